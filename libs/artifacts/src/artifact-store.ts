import { Readable } from 'node:stream';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { ArtifactContents, NOW_MS, type IncomingBytes } from './artifact-contents.ts';
import { listFolder, type ArtifactListing, type ListRequest } from './artifact-listing.ts';
import { parseArtifactFolder, parseArtifactPath } from './artifact-path.ts';
import { Artifact, type Segment } from './entities/artifact.entity.ts';

/** A file's name and whose it is. */
export interface ArtifactPlace {
  readonly workspaceId: string;
  readonly path: string;
}

export interface ArtifactUploadRequest extends ArtifactPlace, IncomingBytes {
  readonly contentType?: string | undefined;
}

/** Bytes of a file from `start` up to and without `end`. */
export interface ByteRange {
  readonly start: number;
  readonly end: number;
}

/** What is written with a file, or not at all. */
export type Alongside = (manager: EntityManager, place: ArtifactPlace) => Promise<void>;

/** Of one file. */
export const LARGEST_ARTIFACT_BYTES = 100 * 1024 ** 3;
const UNKNOWN_TYPE = 'application/octet-stream';

/**
 * Files by name, their bytes in the BlobStore. A file is there whole or not at all, and replaced at once; memory is bounded whatever
 * its size. All throw Rejected for a path that is none ('invalid') and Unavailable.
 */
@Injectable()
export class ArtifactStore {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contents: ArtifactContents,
  ) {}

  /**
   * Durable on return. Replaces a file of this name; `alongside` in the same transaction. Throws Rejected where a folder has the
   * name, or a file that of a folder.
   */
  async write(upload: ArtifactUploadRequest, alongside?: Alongside): Promise<void> {
    const place = { workspaceId: upload.workspaceId, path: parseArtifactPath(upload.path) };
    const segments = await this.contents.store(place.workspaceId, upload, LARGEST_ARTIFACT_BYTES);
    await this.put(place, { segments, contentType: upload.contentType }, alongside);
  }

  /** Makes stored contents the file; `alongside` in the same transaction. */
  async put(
    place: ArtifactPlace,
    file: { readonly segments: readonly Segment[]; readonly contentType?: string | undefined },
    alongside?: Alongside,
  ): Promise<void> {
    const { segments, contentType = UNKNOWN_TYPE } = file;
    const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
    await this.ask((database) =>
      database.transaction(async (manager) => {
        const before = await lockFile(manager, place);
        await checkNames(manager, place);
        await alongside?.(manager, place);
        await this.contents.own(manager, segments);
        await this.contents.disown(manager, place.workspaceId, before);
        await manager.query(
          `UPDATE artifacts SET bytes = $3, content_type = $4, last_update_time = ${NOW_MS}, segments = $5::jsonb
           WHERE workspace_id = $1 AND path = $2`,
          [place.workspaceId, place.path, bytes, contentType, JSON.stringify(segments)],
        );
      }),
    );
  }

  /** Throws Rejected('not-found'). */
  async find({ workspaceId, path }: ArtifactPlace): Promise<Artifact> {
    const parsed = parseArtifactPath(path);
    const found = await this.ask((manager) => manager.findOneBy(Artifact, { workspaceId, path: parsed }));
    if (found) return found;
    throw new Rejected(`No such artifact: '${parsed}'`, 'not-found');
  }

  /**
   * The bytes of a file as it was found, or a range of them; also while it is replaced or deleted, for at least ten minutes.
   * Must be read to its end or destroyed. Throws Rejected('not-found') when the blobs are gone.
   */
  async read(artifact: Artifact, range: ByteRange = { start: 0, end: artifact.bytes }): Promise<Readable> {
    const release = await this.contents.reserveDownload(range.end - range.start);
    try {
      const chunks = this.contents.read(artifact.workspaceId, artifact.segments, range);
      // Asked for before anything is answered, so that a fault is an error and not a cut answer.
      const first = await chunks.next();
      const stream = Readable.from(withFirst(first, chunks), { objectMode: false, highWaterMark: 1 });
      return stream.once('close', release);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** One level of a folder, by name; nothing for one that is not there. */
  async list(request: ListRequest): Promise<ArtifactListing> {
    const folder = parseArtifactFolder(request.folder);
    return this.ask((manager) => listFolder(manager, { ...request, folder }));
  }

  /** Removes a file, or a folder with all in it; how many files that were. */
  delete({ workspaceId, path }: ArtifactPlace): Promise<number> {
    return this.deleteAll(workspaceId, [path]);
  }

  /** Removes each of the files and folders; how many files that were. */
  async deleteAll(workspaceId: string, paths: readonly string[]): Promise<number> {
    const parsed = paths.map(parseArtifactPath);
    const rows: unknown = await this.ask((manager) => manager.query(DELETE, [workspaceId, parsed]));
    const [row]: unknown[] = Array.isArray(rows) ? rows : [];
    return Number((row as { readonly files: string } | undefined)?.files ?? 0);
  }

  private ask<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return askDatabase(this.dataSource, work);
  }
}

/** `0` follows `/` in byte order. */
const DELETE = `WITH gone AS (
    DELETE FROM artifacts artifact USING unnest($2::text[]) AS removed (path)
    WHERE artifact.workspace_id = $1 AND (artifact.path = removed.path
      OR (artifact.path >= removed.path || '/' AND artifact.path < removed.path || '0'))
    RETURNING artifact.segments
  ), given_up AS (
    INSERT INTO unowned_contents (content_id, workspace_id, is_removable, touched_time)
    SELECT segment->>'contentId', $1, true, ${NOW_MS} FROM gone, jsonb_array_elements(segments) segment
  ) SELECT count(*)::text AS files FROM gone`;

/** Holds the row of a file, made for the purpose if need be, until the end of the transaction; the segments it has. */
async function lockFile(manager: EntityManager, { workspaceId, path }: ArtifactPlace): Promise<Segment[]> {
  await manager.query(
    `INSERT INTO artifacts (workspace_id, path, bytes, content_type, last_update_time, segments)
     VALUES ($1, $2, 0, '', 0, '[]') ON CONFLICT DO NOTHING`,
    [workspaceId, path],
  );
  const lock = { mode: 'pessimistic_write' } as const;
  const artifact = await manager.findOneOrFail(Artifact, { where: { workspaceId, path }, lock });
  return [...artifact.segments];
}

async function checkNames(manager: EntityManager, { workspaceId, path }: ArtifactPlace): Promise<void> {
  const names = path.split('/');
  const folders = names.slice(1).map((_, index) => names.slice(0, index + 1).join('/'));
  const rows: unknown = await manager.query(
    `(SELECT path FROM artifacts WHERE workspace_id = $1 AND path = ANY($2) LIMIT 1)
     UNION ALL
     (SELECT path FROM artifacts WHERE workspace_id = $1 AND path >= $3 AND path < $4 LIMIT 1)`,
    [workspaceId, folders, `${path}/`, `${path}0`],
  );
  const [row]: unknown[] = Array.isArray(rows) ? rows : [];
  if (row === undefined) return;
  const other = (row as { readonly path: string }).path;
  throw new Rejected(
    `'${path}' can't be stored beside '${other}': one would be a file and a folder at once.`,
  );
}

async function* withFirst(
  first: IteratorResult<Uint8Array, void>,
  rest: AsyncGenerator<Uint8Array, void, undefined>,
): AsyncGenerator<Uint8Array, void, undefined> {
  if (first.done === true) return;
  yield first.value;
  yield* rest;
}
