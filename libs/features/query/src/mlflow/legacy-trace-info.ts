import type { TraceRow } from '@millrace/domain';
import type { EntryChange } from '@millrace/ports';
import { toTraceInfo } from './trace-info.ts';

const NANOS_PER_MS = 1_000_000n;

interface Pair {
  readonly key: string;
  readonly value: string;
}

/** A trace as MLflow's TraceInfo of version 2. */
export function toLegacyInfo(row: TraceRow) {
  const { trace_id: id, tags } = toTraceInfo(row);
  return {
    request_id: id,
    experiment_id: String(row.experimentId),
    timestamp_ms: Number(row.requestTimeUnixNano / NANOS_PER_MS),
    execution_time_ms: Number(row.durationNano / NANOS_PER_MS),
    status: row.state,
    ...(row.metadata.size > 0 && { request_metadata: toPairs(Object.fromEntries(row.metadata)) }),
    tags: toPairs(tags),
  };
}

/** What a call of version 2 says about a trace besides its times and state. */
export function legacyEntries(message: {
  readonly request_metadata: readonly Pair[];
  readonly tags: readonly Pair[];
}): EntryChange[] {
  return [
    ...message.request_metadata.map(({ key, value }) => ({ kind: 'metadata' as const, key, value })),
    ...message.tags.map(({ key, value }) => ({ kind: 'tag' as const, key, value })),
  ];
}

function toPairs(map: Readonly<Record<string, string>>): Pair[] {
  return Object.entries(map).map(([key, value]) => ({ key, value }));
}
