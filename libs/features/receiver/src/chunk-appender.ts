import {
  BlobStore,
  SpanLog,
  encodeEntriesRecord,
  encodeSpansRecord,
  logKey,
  type LogRecord,
} from '@millrace/ports';
import { Injectable } from '@nestjs/common';
import type { PlacedChunk } from './chunk-placer.ts';
import { RequestClaims } from './request-claims.ts';

/** Puts the chunks of a request into the log, their large values into the BlobStore first. */
@Injectable()
export class ChunkAppender {
  constructor(
    private readonly log: SpanLog,
    private readonly blobs: BlobStore,
  ) {}

  /** @param runId links traces whose root is among the chunks to this run. Durable on return. Throws Rejected and Unavailable. */
  async append(placed: readonly PlacedChunk[], runId: string | undefined): Promise<void> {
    const claims = new RequestClaims();
    const records = placed.map(({ chunk, header }): LogRecord => {
      const hasClaims = chunk.claims.length + chunk.resourceClaims.length > 0;
      const value = encodeSpansRecord(header, chunk.parts, hasClaims ? claims.collect(header, chunk) : []);
      return { key: logKey(header.workspaceId, header.traceId), value };
    });
    await claims.store(this.blobs);
    if (runId !== undefined) records.push(...runLinks(placed, runId));
    if (records.length > 0) await this.log.append(records);
  }
}

/** One for each trace, though its roots may stand in several chunks. */
function runLinks(placed: readonly PlacedChunk[], runId: string): LogRecord[] {
  const links = new Map<string, LogRecord>();
  for (const { chunk, header } of placed) {
    if (!chunk.hasRoot) continue;
    const key = logKey(header.workspaceId, header.traceId);
    if (links.has(key)) continue;
    const value = encodeEntriesRecord(header, [{ kind: 'run', key: runId, value: '' }]);
    links.set(key, { key, value });
  }
  return [...links.values()];
}
