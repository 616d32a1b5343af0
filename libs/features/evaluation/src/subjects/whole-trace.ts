import { dollarsNumber, parseAssessment, type JsonValue, type TraceRow } from '@millrace/domain';
import type { ScoredSpan, ScoredTrace } from '@millrace/scorers';

const NANOS_PER_MS = 1_000_000;

/** A trace as scorers read it. */
export function scoredTrace(
  row: TraceRow,
  spans: readonly ScoredSpan[],
  expectations: Readonly<Record<string, JsonValue>>,
): ScoredTrace {
  const ordered = [...spans].sort(rootFirst);
  const outermost = byDepth(ordered);
  return {
    traceId: row.traceId,
    inputs: outermost.find(({ inputs }) => inputs !== undefined)?.inputs,
    outputs: outermost.find(({ outputs }) => outputs !== undefined)?.outputs,
    spans: ordered,
    state: row.state,
    requestTimeUnixNano: row.requestTimeUnixNano,
    durationMs: Number(row.durationNano) / NANOS_PER_MS,
    totalTokens: row.tokens?.total,
    costUsd: row.cost && dollarsNumber(row.cost.total),
    tags: row.tags,
    metadata: row.metadata,
    expectations: { ...expectationsOf(row), ...expectations },
  };
}

/** What people and programs said should be so; of several of one name the newest valid one. */
function expectationsOf({ assessments }: TraceRow): Record<string, JsonValue> {
  const told = [...assessments.values()]
    .flatMap((text) => parseAssessment(text) ?? [])
    .sort((a, b) => a.createdAt - b.createdAt);
  return Object.fromEntries(
    told.flatMap(({ name, content, isValid }) =>
      isValid && content.kind === 'expectation' ? [[name, content.value]] : [],
    ),
  );
}

function rootFirst(a: ScoredSpan, b: ScoredSpan): number {
  const isRoot = (span: ScoredSpan) => span.parentSpanId === undefined;
  if (isRoot(a) !== isRoot(b)) return isRoot(a) ? -1 : 1;
  if (a.startTimeUnixNano !== b.startTimeUnixNano) return a.startTimeUnixNano < b.startTimeUnixNano ? -1 : 1;
  return a.spanId < b.spanId ? -1 : 1;
}

/**
 * The root, then its children and so on: a web server's span around an application says nothing of what it was asked, the
 * application's own does.
 */
function byDepth(spans: readonly ScoredSpan[]): readonly ScoredSpan[] {
  const known = new Set(spans.map(({ spanId }) => spanId));
  const children = Map.groupBy(spans, ({ parentSpanId }) => parentSpanId);
  const found = spans.filter(({ parentSpanId }) => parentSpanId === undefined || !known.has(parentSpanId));
  for (const { spanId } of found) {
    found.push(...(children.get(spanId) ?? []));
    children.delete(spanId);
  }
  return found;
}
