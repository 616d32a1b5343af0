import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { BlobStore } from '@millrace/ports';
import type { Segment } from './entities/artifact.entity.ts';
import { UnownedContent } from './entities/unowned-content.entity.ts';
import { byteChunks } from './byte-chunks.ts';
import { TransferMemory } from './transfer-memory.ts';

/** Bytes of a blob. One is gathered while the one before is stored. */
const CHUNK_BYTES = 4 * 1024 * 1024;
/** A transfer holds the pieces of a chunk, the chunk, and the one before. */
const HELD_CHUNKS = 3;
/** Of a process: for uploads, and as much for downloads, so that clients who read slowly hold up no upload. */
const MOST_HELD_BYTES = 96 * 1024 * 1024;
const TOUCH_EVERY_MS = 60_000;

/** What a transfer may bring. */
export interface IncomingBytes {
  readonly bytes: AsyncIterable<Uint8Array>;
  /** As announced; undefined when nobody knows. */
  readonly length?: number | undefined;
}

/** Bytes as blobs: written before anything refers to them, and known of from the first one on. */
@Injectable()
export class ArtifactContents {
  private readonly uploading = new TransferMemory(MOST_HELD_BYTES);
  private readonly downloading = new TransferMemory(MOST_HELD_BYTES);

  constructor(
    private readonly dataSource: DataSource,
    private readonly blobs: BlobStore,
  ) {}

  /**
   * Stores bytes durably, as an unowned content that `own` makes part of something. Throws Rejected('too-large') beyond
   * `mostBytes`, Unavailable, and what `incoming.bytes` throws; then nothing of them stays for long.
   */
  async store(workspaceId: string, incoming: IncomingBytes, mostBytes: number): Promise<Segment[]> {
    if ((incoming.length ?? 0) > mostBytes) throw tooLarge(mostBytes);
    const release = await this.uploading.reserve(
      HELD_CHUNKS * Math.min(CHUNK_BYTES, incoming.length ?? CHUNK_BYTES),
    );
    try {
      return await this.storeChunks(workspaceId, incoming.bytes, mostBytes);
    } finally {
      release();
    }
  }

  /** Makes contents part of what the transaction writes. Throws Rejected when one was given up meanwhile. */
  async own(manager: EntityManager, segments: readonly Segment[]): Promise<void> {
    if (segments.length === 0) return;
    const ids = segments.map(({ contentId }) => contentId);
    const { affected } = await manager.delete(UnownedContent, { contentId: In(ids), isRemovable: false });
    if (affected === ids.length) return;
    throw new Rejected('The upload took so long that it was given up: send it again.');
  }

  /** Gives up contents that the transaction takes from their owner. */
  async disown(manager: EntityManager, workspaceId: string, segments: readonly Segment[]): Promise<void> {
    if (segments.length === 0) return;
    await manager.query(
      `INSERT INTO unowned_contents (content_id, workspace_id, is_removable, touched_time)
       SELECT unnest($1::text[]), $2, true, ${NOW_MS}
       ON CONFLICT (content_id) DO UPDATE SET is_removable = true, touched_time = EXCLUDED.touched_time`,
      [segments.map(({ contentId }) => contentId), workspaceId],
    );
  }

  /** The bytes from `start` up to and without `end`, a chunk at a time; with the memory of `reserveDownload`. */
  async *read(
    workspaceId: string,
    segments: readonly Segment[],
    { start, end }: { readonly start: number; readonly end: number },
  ): AsyncGenerator<Uint8Array, void, undefined> {
    let segmentStart = 0;
    for (const segment of segments) {
      const segmentEnd = segmentStart + segment.bytes;
      const from = Math.max(start, segmentStart) - segmentStart;
      const to = Math.min(end, segmentEnd) - segmentStart;
      for (let at = from; at < to;) {
        const index = Math.floor(at / segment.chunkBytes);
        const chunkStart = index * segment.chunkBytes;
        const chunk = await this.blobs.get(blobKey(workspaceId, segment.contentId, index));
        yield chunk.subarray(at - chunkStart, to - chunkStart);
        at = chunkStart + segment.chunkBytes;
      }
      segmentStart = segmentEnd;
    }
  }

  /** Holds the memory of a download; answers how to release it. Throws Unavailable. */
  reserveDownload(bytes: number): Promise<() => void> {
    return this.downloading.reserve(Math.min(CHUNK_BYTES, bytes));
  }

  private async storeChunks(
    workspaceId: string,
    bytes: AsyncIterable<Uint8Array>,
    mostBytes: number,
  ): Promise<Segment[]> {
    const writing = new WritingContent(this.dataSource, this.blobs, workspaceId);
    try {
      for await (const chunk of byteChunks(bytes, CHUNK_BYTES)) {
        if (writing.bytes + chunk.length > mostBytes) throw tooLarge(mostBytes);
        await writing.add(chunk);
      }
      return await writing.finish();
    } catch (error) {
      await writing.giveUp();
      throw error;
    }
  }
}

/** One content while it comes. */
class WritingContent {
  private readonly contentId = randomUUID();
  private chunks = 0;
  private touchedAt = 0;
  private storing: Promise<void> = Promise.resolve();
  bytes = 0;

  constructor(
    private readonly dataSource: DataSource,
    private readonly blobs: BlobStore,
    private readonly workspaceId: string,
  ) {}

  /** Begins to store a chunk once the one before is stored. */
  async add(chunk: Uint8Array): Promise<void> {
    await this.touch();
    await this.storing;
    this.storing = this.blobs.put(blobKey(this.workspaceId, this.contentId, this.chunks), chunk);
    // It is awaited at the next chunk, and may fail before.
    this.storing.catch(() => undefined);
    this.chunks += 1;
    this.bytes += chunk.length;
  }

  async finish(): Promise<Segment[]> {
    await this.storing;
    if (this.chunks === 0) return [];
    return [{ contentId: this.contentId, bytes: this.bytes, chunkBytes: CHUNK_BYTES }];
  }

  /** For the sweeper, which finds it later too should this fail. */
  async giveUp(): Promise<void> {
    await this.storing.catch(() => undefined);
    if (this.touchedAt === 0) return;
    await askDatabase(this.dataSource, (manager) =>
      manager.update(UnownedContent, { contentId: this.contentId }, { isRemovable: true }),
    ).catch(() => undefined);
  }

  /** Notes the content before its first blob, and from time to time that it is still being written. */
  private async touch(): Promise<void> {
    if (Date.now() - this.touchedAt < TOUCH_EVERY_MS) return;
    const rows: unknown = await askDatabase(this.dataSource, (manager) =>
      manager.query(this.touchedAt === 0 ? NOTE : TOUCH, [this.contentId, this.workspaceId]),
    );
    if (this.touchedAt > 0 && !wasFound(rows)) {
      throw new Rejected('The upload took so long that it was given up: send it again.');
    }
    this.touchedAt = Date.now();
  }
}

/** The clock of the database, which all processes share. */
export const NOW_MS = '(extract(epoch FROM now()) * 1000)::bigint';

const NOTE = `INSERT INTO unowned_contents (content_id, workspace_id, is_removable, touched_time) VALUES ($1, $2, false, ${NOW_MS})`;
const TOUCH = `UPDATE unowned_contents SET touched_time = ${NOW_MS} WHERE content_id = $1 AND workspace_id = $2 AND NOT is_removable`;

/** TypeORM answers an UPDATE with [rows, how many]. */
function wasFound(answer: unknown): boolean {
  return Array.isArray(answer) && answer[1] === 1;
}

/** `artifacts` is the id of no trace, whose blobs lie beside these. */
export function contentPrefix(workspaceId: string, contentId: string): string {
  return `${workspaceId}/artifacts/${contentId}/`;
}

function blobKey(workspaceId: string, contentId: string, index: number): string {
  return `${contentPrefix(workspaceId, contentId)}${index}`;
}

function tooLarge(mostBytes: number): Rejected {
  return new Rejected(`An artifact has at most ${mostBytes} bytes; split it into several.`, 'too-large');
}
