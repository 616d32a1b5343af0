import { createHash } from 'node:crypto';
import { MaskingDirectory } from '@millrace/access';
import { contentKey, contentReference, contentText, type SpanEvent } from '@millrace/domain';
import { MaskingTally } from '@millrace/masking';
import type { SpanLogEvent } from '@millrace/otlp';
import {
  BlobStore,
  encodeEntriesRecord,
  logKey,
  type EntryChange,
  type LogRecord,
  type TraceRecordHeader,
} from '@millrace/ports';
import { Injectable } from '@nestjs/common';
import { ReceiverOptions } from './receiver.config.ts';

/** Makes entries of log records that are content of spans: masked, and large ones by reference. */
@Injectable()
export class ContentEntries {
  constructor(
    private readonly blobs: BlobStore,
    private readonly masking: MaskingDirectory,
    private readonly options: ReceiverOptions,
  ) {}

  /** Entries of one trace, in as few records as their size allows. Throws Unavailable. */
  async recordsOf(events: readonly SpanLogEvent[], header: TraceRecordHeader): Promise<readonly LogRecord[]> {
    const mask = await this.maskOf(header.experimentId);
    const chunks: EntryChange[][] = [];
    let room = 0;
    for (const { spanId, event } of events) {
      const entry = await this.entryOf({ spanId, event: mask(event) }, header);
      // As it will stand in the record: JSON inside JSON.
      const size = Buffer.byteLength(JSON.stringify(entry));
      if (size > room) {
        chunks.push([]);
        room = this.options.limits.chunkBytes;
      }
      chunks.at(-1)?.push(entry);
      room -= size;
    }
    const key = logKey(header.workspaceId, header.traceId);
    return chunks.map((entries) => ({ key, value: encodeEntriesRecord(header, entries) }));
  }

  private async maskOf(experimentId: number): Promise<(event: SpanEvent) => SpanEvent> {
    const masker = await this.masking.maskerOf(experimentId);
    if (!masker) return (event) => event;
    return ({ timeUnixNano, name, attributes }) => {
      const tally = new MaskingTally();
      const masked = { timeUnixNano, name, attributes: masker.attributes(attributes, tally) };
      this.masking.count(masker, tally);
      return masked;
    };
  }

  private async entryOf(
    { spanId, event }: Pick<SpanLogEvent, 'spanId' | 'event'>,
    { workspaceId, experimentId, traceId }: TraceRecordHeader,
  ): Promise<EntryChange & { readonly value: string }> {
    const text = contentText(event);
    const digest = createHash('sha256').update(text).digest('hex');
    const key = contentKey(spanId, digest);
    if (text.length <= this.options.limits.claimAboveBytes) return { kind: 'content', key, value: text };
    const blob = `${workspaceId}/${experimentId}/${traceId}/${digest}`;
    await this.blobs.put(blob, Buffer.from(text));
    return { kind: 'content', key, value: contentReference(blob) };
  }
}
