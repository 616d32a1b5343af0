import {
  computeTrace,
  isContent,
  isDeleted,
  isSampledOut,
  mergeEntry,
  mergeSpan,
  SAMPLED_OUT_KEY,
  type SpanFacts,
  type TraceParts,
  type TraceRow,
} from '@millrace/domain';
import type { SpanBatch, TracePlace, TraceWrite } from '@millrace/ports';
import type { TraceChange } from './pending-batch.ts';
import { keepCompletion, repriceSpans, type Reprice } from './reprice-trace.ts';
import type { CachedTrace, TraceCache } from './trace-cache.ts';

const MINUTE_NS = 60_000_000_000n;
const HOUR_NS = 60n * MINUTE_NS;

/** What a change withdraws because its trace is not kept. */
export interface SampledOut {
  readonly experimentId: number;
  readonly traces: number;
  readonly spans: number;
}

export interface AppliedChange {
  readonly write: TraceWrite;
  readonly sampledOut: SampledOut | undefined;
}

/**
 * Brings a change into the trace it belongs to and recomputes its row. Spans that stand elsewhere now, or belong to a
 * deleted trace, are withdrawn through the same batch.
 */
export function applyChange(
  change: TraceChange,
  trace: CachedTrace,
  cache: TraceCache,
  rows: SpanBatch,
): AppliedChange {
  let sampledOut: SampledOut | undefined;
  cache.update(trace, (parts) => {
    for (const entry of change.entries) mergeEntry(parts, entry);
    for (const span of change.spans) {
      const lost = mergeSpan(parts, span);
      const kept = parts.spans.get(span.spanId);
      if (lost && kept && !standsWith(lost, kept)) withdraw(rows, trace, lost, kept.sequence);
    }
    if (isDeleted(parts)) {
      sampledOut = sampledOutBy(change, parts);
      for (const span of parts.spans.values()) withdraw(rows, trace, span, span.sequence);
      parts.spans.clear();
    }
  });
  const row = change.reprice ? repriced(change, change.reprice, trace, rows) : rowOf(trace);
  const formerPlaces = trace.places.filter((place) => !isSamePlace(place, row));
  const write = { row, formerPlaces, isDeleted: isDeleted(trace.parts) || isUnknown(trace) };
  return { write, sampledOut };
}

/** Once for each of its spans, and once for the trace with the entry that withdraws it. */
function sampledOutBy({ entries }: TraceChange, parts: TraceParts): SampledOut | undefined {
  if (!isSampledOut(parts)) return undefined;
  const [first] = parts.spans.values();
  const isNew = entries.some(({ kind, key }) => kind === 'deletion' && key === SAMPLED_OUT_KEY);
  return first && { experimentId: first.experimentId, traces: isNew ? 1 : 0, spans: parts.spans.size };
}

function rowOf({ workspaceId, traceId, parts }: CachedTrace): TraceRow {
  return computeTrace({ workspaceId, traceId }, parts);
}

function repriced(change: TraceChange, reprice: Reprice, trace: CachedTrace, rows: SpanBatch): TraceRow {
  const before = rowOf(trace);
  repriceSpans(trace.parts, trace, reprice, rows);
  const after = rowOf(trace);
  const hasContent = change.spans.length > 0 || change.entries.some(isContent);
  const completion = hasContent ? undefined : keepCompletion(before, after, trace.parts);
  if (completion) rows.addEntries(trace, [completion]);
  return after;
}

/** Remembers where rows of the trace may stand now that this one is written. */
export function notePlace(trace: CachedTrace, { experimentId, requestTimeUnixNano }: TraceRow): void {
  const place = { experimentId, requestTimeUnixNano };
  if (!trace.places.some((known) => isSamePlace(known, place))) trace.places = [...trace.places, place];
}

function isSamePlace(a: TracePlace, b: TracePlace): boolean {
  return (
    a.experimentId === b.experimentId && a.requestTimeUnixNano / HOUR_NS === b.requestTimeUnixNano / HOUR_NS
  );
}

/** Only tags or links so far: indexed so that they are found when its spans come, but not shown. */
function isUnknown({ parts }: CachedTrace): boolean {
  if (parts.spans.size > 0) return false;
  for (const entry of parts.entries.values()) if (entry.kind === 'info') return false;
  return true;
}

/** Storage replaces a span in place only while its experiment and its minute of start are the same. */
function standsWith(a: SpanFacts, b: SpanFacts): boolean {
  return (
    a.experimentId === b.experimentId && a.startTimeUnixNano / MINUTE_NS === b.startTimeUnixNano / MINUTE_NS
  );
}

function withdraw(rows: SpanBatch, trace: CachedTrace, span: SpanFacts, sequence: bigint): void {
  const { experimentId, startTimeUnixNano, spanId } = span;
  rows.withdrawSpan({ experimentId, startTimeUnixNano, traceId: trace.traceId, spanId, sequence });
}
