import { ExperimentDirectory } from '@millrace/access';
import { isContentEvent } from '@millrace/conventions';
import { contentKey, contentReference, contentText, Rejected } from '@millrace/domain';
import { decodeLogs, jsonToLogs, type OtlpFormat, type SpanLogEvent } from '@millrace/otlp';
import {
  BlobStore,
  SpanLog,
  encodeEntriesRecord,
  logKey,
  type EntryChange,
  type LogRecord,
  type TraceRecordHeader,
} from '@millrace/ports';
import { Injectable } from '@nestjs/common';
import { createHash } from 'node:crypto';
import { ReceiverMetrics } from './receiver-metrics.ts';
import { ReceiverOptions } from './receiver.config.ts';
import type { ReadRequest, Routing } from './receiver.service.ts';

/** Takes log records that are content of spans into the log (docs/adr/0007) and drops all others. */
@Injectable()
export class LogsService {
  constructor(
    private readonly log: SpanLog,
    private readonly blobs: BlobStore,
    private readonly experiments: ExperimentDirectory,
    private readonly metrics: ReceiverMetrics,
    private readonly options: ReceiverOptions,
  ) {}

  /** Everything kept is durable on return. Throws Rejected and Unavailable as `ReceiverService.accept` does. */
  async accept(read: ReadRequest, format: OtlpFormat, { workspaceId, experimentId }: Routing): Promise<void> {
    const reservation = this.options.budget.open();
    try {
      const body = await read(reservation);
      const isJson = format === 'json' && body.byteLength > 0;
      const { events, recordCount } = (isJson ? jsonToLogs : decodeLogs)(body, isContentEvent);
      const { maxSpans } = this.options.limits;
      if (events.length > maxSpans) {
        const found = `${events.length} log records with content of spans in one request; at most ${maxSpans} are taken`;
        throw new Rejected(`${found}: send smaller batches`, 'too-large');
      }
      const place = await this.experiments.resolve(workspaceId, { experimentId });
      const receivedAt = Date.now();
      const records: LogRecord[] = [];
      for (const [traceId, own] of Map.groupBy(events, (event) => event.traceId))
        records.push(...(await this.recordsOf(own, { ...place, traceId, receivedAt })));
      if (records.length > 0) await this.log.append(records);
      this.metrics.logsAccepted(events.length, recordCount - events.length);
    } finally {
      reservation.release();
    }
  }

  /** Entries of one trace, in as few records as their size allows. */
  private async recordsOf(
    events: readonly SpanLogEvent[],
    header: TraceRecordHeader,
  ): Promise<readonly LogRecord[]> {
    const chunks: EntryChange[][] = [];
    let room = 0;
    for (const event of events) {
      const entry = await this.entryOf(event, header);
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

  private async entryOf(
    { spanId, event }: SpanLogEvent,
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
