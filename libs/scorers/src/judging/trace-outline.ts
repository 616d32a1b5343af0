import type { ScoredSpan, ScoredTrace } from '../subject.ts';

const MOST_LINES = 200;
const NANOSECONDS_A_MS = 1_000_000n;
const STATUS = ['', ' OK', ' ERROR'];
const LONGEST_STATUS = 300;

/** What a trace says of itself. */
export function traceInfo(trace: ScoredTrace): string {
  const { traceId, state, durationMs, totalTokens, costUsd, tags, metadata, spans } = trace;
  const facts = { traceId, state, durationMs, totalTokens, costUsd, spans: spans.length };
  return JSON.stringify(
    { ...facts, tags: Object.fromEntries(tags), metadata: Object.fromEntries(metadata) },
    null,
    2,
  );
}

/** The spans as a tree, without what they hold; the first of very many. */
export function outlineOf({ spans }: ScoredTrace): string {
  const depths = new Map<string, number>();
  const lines = spans.slice(0, MOST_LINES).map((span) => {
    const above = span.parentSpanId === undefined ? undefined : depths.get(span.parentSpanId);
    const depth = above === undefined ? 0 : above + 1;
    depths.set(span.spanId, depth);
    return spanLine(span, depth);
  });
  const left = spans.length - lines.length;
  return left > 0 ? [...lines, `… and ${left} more`].join('\n') : lines.join('\n');
}

/** One span on one line. */
export function spanLine(span: ScoredSpan, depth: number): string {
  const { spanId, parentSpanId, name, type, statusCode, statusMessage, model } = span;
  const milliseconds = (span.endTimeUnixNano - span.startTimeUnixNano) / NANOSECONDS_A_MS;
  const parent = parentSpanId === undefined ? '' : ` parent=${parentSpanId}`;
  const said = statusMessage === '' ? '' : `: ${JSON.stringify(statusMessage.slice(0, LONGEST_STATUS))}`;
  return `${'  '.repeat(depth)}- ${spanId}${parent} ${JSON.stringify(name)} ${type}${model === undefined ? '' : ` ${model}`} ${milliseconds} ms${STATUS[statusCode] ?? ''}${said}`;
}
