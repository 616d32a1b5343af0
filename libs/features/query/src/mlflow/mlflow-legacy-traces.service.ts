import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ExperimentDirectory } from '@millrace/access';
import type { TraceRow } from '@millrace/domain';
import type { EntryChange } from '@millrace/ports';
import { TraceChangesService } from '@millrace/trace-access';
import { legacyEntries } from './legacy-trace-info.ts';
import type { EndLegacyTraceMessage, StartLegacyTraceMessage } from './mlflow-traces.dto.ts';
import { MlflowTracesService } from './mlflow-traces.service.ts';
import { LEGACY_SCHEMA, SCHEMA_VERSION } from './trace-info.ts';

const NANOS_PER_MS = 1_000_000n;

/** Traces of clients before MLflow 3: the server makes their ids, and start and end are told apart. */
@Injectable()
export class MlflowLegacyTracesService {
  constructor(
    private readonly traces: MlflowTracesService,
    private readonly changes: TraceChangesService,
    private readonly directory: ExperimentDirectory,
  ) {}

  async start(workspaceId: string, message: StartLegacyTraceMessage): Promise<TraceRow> {
    const place = await this.directory.resolve(workspaceId, { experimentId: message.experiment_id });
    const entries: EntryChange[] = [
      { kind: 'info', key: 'experimentId', value: String(place.experimentId) },
      { kind: 'info', key: 'requestTimeMs', value: String(message.timestamp_ms) },
      { kind: 'info', key: 'state', value: 'IN_PROGRESS' },
      ...legacyEntries({
        ...message,
        request_metadata: [{ key: SCHEMA_VERSION, value: LEGACY_SCHEMA }, ...message.request_metadata],
      }),
    ];
    const last = new Map(entries.map((entry) => [`${entry.kind}/${entry.key}`, entry]));
    return this.changes.start({ ...place, traceId: randomBytes(16).toString('hex') }, [...last.values()]);
  }

  /** The trace as it is from now on. */
  async end(workspaceId: string, message: EndLegacyTraceMessage): Promise<TraceRow> {
    const row = await this.traces.row(workspaceId, message.request_id);
    const { timestamp_ms: endMs, status } = message;
    const durationNano =
      endMs === undefined ? row.durationNano : BigInt(endMs) * NANOS_PER_MS - row.requestTimeUnixNano;
    const state = status === undefined || status === 'TRACE_STATUS_UNSPECIFIED' ? row.state : status;
    await this.changes.change(
      [row],
      [
        { kind: 'info', key: 'durationMs', value: String(durationNano / NANOS_PER_MS) },
        { kind: 'info', key: 'state', value: state },
        ...legacyEntries(message),
      ],
    );
    const { request_metadata: metadata, tags } = message;
    return {
      ...row,
      durationNano,
      state,
      metadata: new Map([...row.metadata, ...metadata.map(({ key, value }) => [key, value] as const)]),
      tags: new Map([...row.tags, ...tags.map(({ key, value }) => [key, value] as const)]),
    };
  }
}
