import type { OtlpSpan, SpanOrigin } from '@millrace/domain';
import { encodeTracesRequest } from '@millrace/otlp';
import type { EntryChange } from '@millrace/ports';
import type { MaskedLog } from '@millrace/trace-access';

/** A trace of what we did ourselves. */
export interface OwnTrace {
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly traceId: string;
  readonly entries: readonly EntryChange[];
  readonly spans: readonly OtlpSpan[];
}

const NANOS_PER_MS = 1_000_000n;

/** Tells the log a trace of our own: what is said of it first. Throws what MaskedLog throws. */
export async function tellTrace(log: MaskedLog, trace: OwnTrace): Promise<void> {
  const { workspaceId, experimentId, traceId, entries, spans } = trace;
  const header = { workspaceId, experimentId, traceId, receivedAt: Date.now() };
  const place: EntryChange = { kind: 'info', key: 'experimentId', value: String(experimentId) };
  await log.append([
    { header, entries: [place, ...entries] },
    { header, spans: encodeTracesRequest([...spans]) },
  ]);
}

interface OwnSpan extends Pick<
  OtlpSpan,
  'traceId' | 'spanId' | 'name' | 'parentSpanId' | 'attributes' | 'origin'
> {
  /** Milliseconds since the epoch. */
  readonly startedAt: number;
  readonly endedAt: number;
}

/** A span that went well. */
export function ownSpan({ startedAt, endedAt, ...span }: OwnSpan): OtlpSpan {
  return {
    ...span,
    kind: 1,
    startTimeUnixNano: BigInt(startedAt) * NANOS_PER_MS,
    endTimeUnixNano: BigInt(endedAt) * NANOS_PER_MS,
    statusCode: 1,
    statusMessage: '',
    traceState: '',
    events: [],
    links: [],
  };
}

/** Where spans of ours come from: `millrace.judging` and the like. */
export function ownOrigin(scopeName: string): SpanOrigin {
  return { resource: new Map([['service.name', 'millrace-evaluator']]), scopeName, scopeVersion: '' };
}
