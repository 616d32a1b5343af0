import {
  CLIENT_PRICE,
  completionEntry,
  isCompletedAt,
  mergeEntry,
  type PriceOverride,
  type SpanCost,
  type SpanFacts,
  type TraceEntry,
  type TraceParts,
  type TraceRow,
} from '@millrace/domain';
import type { SpanBatch, TraceKey } from '@millrace/ports';
import { priceSpan } from '@millrace/prices';

const NANOS_PER_MS = 1_000_000n;

/** That the costs of a trace are to be derived anew. */
export interface Reprice {
  readonly sequence: bigint;
  readonly overrides: readonly PriceOverride[];
}

/** What decides the cost of a span, as facts and meanings have it. */
export type Bill = Pick<
  SpanFacts,
  'model' | 'provider' | 'tokens' | 'serviceTier' | 'cost' | 'startTimeUnixNano'
>;

/** What the client told, else what the tokens cost. */
export function costOf(bill: Bill, overrides: readonly PriceOverride[]): SpanCost | undefined {
  if (bill.cost?.price === CLIENT_PRICE) return bill.cost;
  return priceSpan({ ...bill, startedAt: Number(bill.startTimeUnixNano / NANOS_PER_MS) }, overrides);
}

/** Gives the spans that came before the reprice their new cost, where it differs. */
export function repriceSpans(parts: TraceParts, key: TraceKey, reprice: Reprice, rows: SpanBatch): void {
  const { sequence, overrides } = reprice;
  for (const span of parts.spans.values()) {
    const cost = costOf(span, overrides);
    if (span.sequence > sequence || isSame(cost, span.cost)) continue;
    parts.spans.set(span.spanId, { ...span, cost, sequence });
    const { experimentId, startTimeUnixNano, spanId } = span;
    const { workspaceId, traceId } = key;
    rows.repriceSpan({ workspaceId, experimentId, startTimeUnixNano, traceId, spanId, sequence, cost });
  }
}

/** A trace that was complete stays so: nothing that a judge looks at has changed. */
export function keepCompletion(before: TraceRow, after: TraceRow, parts: TraceParts): TraceEntry | undefined {
  if (!isCompletedAt(parts, before.contentVersion)) return undefined;
  if (before.contentVersion === after.contentVersion) return undefined;
  const entry = completionEntry(after);
  mergeEntry(parts, entry);
  return entry;
}

function isSame(a: SpanCost | undefined, b: SpanCost | undefined): boolean {
  if (!a || !b) return a === b;
  return (
    a.price === b.price &&
    a.input === b.input &&
    a.cache === b.cache &&
    a.output === b.output &&
    a.total === b.total
  );
}
