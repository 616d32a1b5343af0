import { createHash, randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { ArtifactContents, NOW_MS, type IncomingBytes } from './artifact-contents.ts';
import { parseArtifactPath } from './artifact-path.ts';
import {
  ArtifactStore,
  LARGEST_ARTIFACT_BYTES,
  type Alongside,
  type ArtifactPlace,
} from './artifact-store.ts';
import { ArtifactUploadPart } from './entities/artifact-upload-part.entity.ts';
import { ArtifactUpload } from './entities/artifact-upload.entity.ts';
import type { Segment } from './entities/artifact.entity.ts';

/** What a client says it has sent. */
export interface SentPart {
  readonly partNumber: number;
  readonly etag: string;
}

const MOST_PARTS = 10_000;
export const LARGEST_PART_BYTES = 5 * 1024 ** 3;

/** Files that come in parts, in any order and at the same time; there only once all of them have come. */
@Injectable()
export class MultipartUploads {
  constructor(
    private readonly dataSource: DataSource,
    private readonly contents: ArtifactContents,
    private readonly store: ArtifactStore,
  ) {}

  /** An id that nobody guesses: whoever knows it may send parts, complete and abort. Good for a day after the last part. */
  async create({ workspaceId, path }: ArtifactPlace, parts: number): Promise<string> {
    const parsed = parseArtifactPath(path);
    if (!Number.isInteger(parts) || parts < 1 || parts > MOST_PARTS) {
      throw new Rejected(
        `Invalid value ${parts} for parameter 'num_parts': an upload has 1 to ${MOST_PARTS} parts.`,
      );
    }
    const id = randomBytes(24).toString('base64url');
    await this.ask((manager) =>
      manager.query(
        `INSERT INTO artifact_uploads (id, workspace_id, path, creation_time) VALUES ($1, $2, $3, ${NOW_MS})`,
        [id, workspaceId, parsed],
      ),
    );
    return id;
  }

  /** Durable on return; the last one sent under a number counts. Answers its etag. */
  async putPart(uploadId: string, partNumber: number, incoming: IncomingBytes): Promise<string> {
    if (!Number.isInteger(partNumber) || partNumber < 1 || partNumber > MOST_PARTS) {
      throw new Rejected(`The number of a part is 1 to ${MOST_PARTS}, not ${partNumber}.`);
    }
    const { workspaceId } = await this.ask((manager) => findUpload(manager, uploadId));
    const segments = await this.contents.store(workspaceId, incoming, LARGEST_PART_BYTES);
    await this.ask((database) =>
      database.transaction(async (manager) => {
        await lockUpload(manager, uploadId);
        const before = await manager.findOneBy(ArtifactUploadPart, { uploadId, partNumber });
        await this.contents.disown(manager, workspaceId, before?.segments ?? []);
        await manager.save(ArtifactUploadPart, { uploadId, partNumber, segments });
      }),
    );
    return etagOf(segments);
  }

  /** Makes the parts the file; `alongside` in the same transaction. Throws Rejected when one has not come, or is not the one sent last. */
  async complete(
    uploadId: string,
    path: string,
    sent: readonly SentPart[],
    alongside?: Alongside,
  ): Promise<void> {
    const upload = await this.ask((manager) => findUpload(manager, uploadId));
    checkPath(upload, path);
    const parts = await this.ask((manager) =>
      manager.find(ArtifactUploadPart, { where: { uploadId }, order: { partNumber: 'ASC' } }),
    );
    const segments = joinParts(parts, sent);
    await this.store.put(upload, { segments }, async (manager, place) => {
      await lockUpload(manager, uploadId);
      await manager.delete(ArtifactUpload, { id: uploadId });
      await alongside?.(manager, place);
    });
  }

  /** Forgets what has come. Throws Rejected('not-found'). */
  async abort(uploadId: string, path: string): Promise<void> {
    await this.ask((database) =>
      database.transaction(async (manager) => {
        const upload = await lockUpload(manager, uploadId);
        checkPath(upload, path);
        const parts = await manager.findBy(ArtifactUploadPart, { uploadId });
        const segments = parts.flatMap((part) => part.segments);
        await this.contents.disown(manager, upload.workspaceId, segments);
        await manager.delete(ArtifactUpload, { id: uploadId });
      }),
    );
  }

  private ask<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return askDatabase(this.dataSource, work);
  }
}

async function findUpload(manager: EntityManager, uploadId: string): Promise<ArtifactUpload> {
  return (await manager.findOneBy(ArtifactUpload, { id: uploadId })) ?? unknownUpload();
}

/** Holds it until the end of the transaction: parts don't come while it is completed. */
async function lockUpload(manager: EntityManager, uploadId: string): Promise<ArtifactUpload> {
  const lock = { mode: 'pessimistic_write' } as const;
  return (await manager.findOne(ArtifactUpload, { where: { id: uploadId }, lock })) ?? unknownUpload();
}

function unknownUpload(): never {
  throw new Rejected('No such upload: it was completed, aborted or given up. Begin it anew.', 'not-found');
}

function checkPath(upload: ArtifactUpload, path: string): void {
  if (upload.path === parseArtifactPath(path)) return;
  throw new Rejected(`This upload is of '${upload.path}', not of '${path}'.`);
}

function joinParts(parts: readonly ArtifactUploadPart[], sent: readonly SentPart[]): Segment[] {
  const told = new Map(sent.map(({ partNumber, etag }) => [partNumber, etag]));
  const isSent = (part: ArtifactUploadPart) => told.get(part.partNumber) === etagOf(part.segments);
  const isWhole = parts.every((part, index) => part.partNumber === index + 1 && isSent(part));
  if (sent.length === 0 || sent.length !== parts.length || told.size !== parts.length || !isWhole) {
    throw new Rejected(
      `The parts named are not those that came (${parts.map(({ partNumber }) => partNumber).join(', ') || 'none'}): ` +
        'send each part from 1 on once, and name it with the etag that was answered.',
    );
  }
  const segments = parts.flatMap((part) => part.segments);
  const bytes = segments.reduce((sum, segment) => sum + segment.bytes, 0);
  if (bytes <= LARGEST_ARTIFACT_BYTES) return segments;
  throw new Rejected(`An artifact has at most ${LARGEST_ARTIFACT_BYTES} bytes, not ${bytes}.`, 'too-large');
}

/** Of a content, which is never written twice. */
function etagOf(segments: readonly Segment[]): string {
  const ids = segments.map(({ contentId }) => contentId).join();
  return `"${createHash('sha256').update(ids).digest('hex').slice(0, 32)}"`;
}
