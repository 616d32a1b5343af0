import { ExperimentDirectory } from '@millrace/access';
import { isContentEvent } from '@millrace/conventions';
import { Rejected } from '@millrace/domain';
import { decodeLogs, jsonToLogs, type OtlpFormat } from '@millrace/otlp';
import { SpanLog, type LogRecord } from '@millrace/ports';
import { Injectable } from '@nestjs/common';
import { ContentEntries } from './content-entries.ts';
import { Intake } from './fairness/intake.ts';
import { ReceiverMetrics } from './receiver-metrics.ts';
import type { ReadRequest, Routing } from './receiver.service.ts';

/** Takes log records that are content of spans into the log (docs/adr/0007) and drops all others. */
@Injectable()
export class LogsService {
  constructor(
    private readonly log: SpanLog,
    private readonly entries: ContentEntries,
    private readonly experiments: ExperimentDirectory,
    private readonly metrics: ReceiverMetrics,
    private readonly intake: Intake,
  ) {}

  /** Everything kept is durable on return. Throws Rejected and Unavailable as `ReceiverService.accept` does. */
  async accept(read: ReadRequest, format: OtlpFormat, routing: Routing): Promise<void> {
    const reservation = await this.intake.open(routing);
    try {
      const body = await read(reservation);
      const size = { spans: 0, bytes: body.byteLength };
      this.intake.take(routing, size);
      const isJson = format === 'json' && body.byteLength > 0;
      const { events, recordCount } = (isJson ? jsonToLogs : decodeLogs)(body, isContentEvent);
      const { maxSpans } = this.intake.limits;
      if (events.length > maxSpans) {
        const found = `${events.length} log records with content of spans in one request; at most ${maxSpans} are taken`;
        throw new Rejected(`${found}: send smaller batches`, 'too-large');
      }
      const place = await this.experiments.resolve(routing.workspaceId, routing);
      const receivedAt = Date.now();
      const records: LogRecord[] = [];
      for (const [traceId, own] of Map.groupBy(events, (event) => event.traceId))
        records.push(...(await this.entries.recordsOf(own, { ...place, traceId, receivedAt })));
      if (records.length > 0) await this.log.append(records);
      this.intake.count(routing, size);
      this.metrics.logsAccepted(events.length, recordCount - events.length);
    } finally {
      reservation.release();
    }
  }
}
