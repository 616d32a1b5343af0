import {
  computeTrace,
  emptyTraceParts,
  mergeEntry,
  mergeSpan,
  spanFacts,
  type NormalSpan,
  type OtlpSpan,
  type SpanMeaning,
  type TraceEntry,
  type TraceRow,
} from '@millrace/domain';

export const WORKSPACE = 'default';
/** 2026-03-04 10:00:00 UTC, a full hour. */
export const BASE_NS = BigInt(Date.UTC(2026, 2, 4, 10)) * 1_000_000n;
export const SECOND_NS = 1_000_000_000n;
export const HOUR_NS = 3600n * SECOND_NS;

export const traceId = (number: number): string => number.toString(16).padStart(32, '0');
export const spanId = (number: number): string => number.toString(16).padStart(16, '0');

export interface SampleSpan {
  readonly trace?: number;
  readonly span?: number;
  readonly parent?: number;
  readonly experimentId?: number;
  readonly sequence?: bigint;
  readonly startNs?: bigint;
  readonly workspaceId?: string;
  readonly source?: Partial<OtlpSpan>;
  readonly meaning?: Partial<SpanMeaning>;
  readonly rest?: Partial<NormalSpan>;
}

/** A small span; what a test does not name is plain. */
export function sampleSpan(sample: SampleSpan = {}): NormalSpan {
  const start = sample.startNs ?? BASE_NS;
  return {
    workspaceId: sample.workspaceId ?? WORKSPACE,
    experimentId: sample.experimentId ?? 1,
    sequence: sample.sequence ?? 1n,
    receivedAt: 1_772_600_000_000,
    source: {
      traceId: traceId(sample.trace ?? 1),
      spanId: spanId(sample.span ?? 1),
      parentSpanId: sample.parent === undefined ? undefined : spanId(sample.parent),
      name: 'step',
      kind: 1,
      startTimeUnixNano: start,
      endTimeUnixNano: start + SECOND_NS,
      statusCode: 1,
      statusMessage: '',
      traceState: '',
      attributes: new Map(),
      events: [],
      links: [],
      origin: { resource: new Map([['service.name', 'shop']]), scopeName: 'lib', scopeVersion: '1' },
      ...sample.source,
    },
    meaning: { type: 'UNKNOWN', ...sample.meaning },
    blobs: new Map(),
    requestPreview: undefined,
    responsePreview: undefined,
    ...sample.rest,
  };
}

/** The row that the writer would compute from these parts. */
export function traceRowOf(spans: readonly NormalSpan[], entries: readonly TraceEntry[] = []): TraceRow {
  const parts = emptyTraceParts();
  for (const span of spans) mergeSpan(parts, spanFacts(span));
  for (const entry of entries) mergeEntry(parts, entry);
  return computeTrace(
    { workspaceId: spans[0]?.workspaceId ?? WORKSPACE, traceId: spans[0]?.source.traceId ?? traceId(1) },
    parts,
  );
}
