import type { Context, Span as ApiSpan } from '@opentelemetry/api';
import type { ReadableSpan, Span } from '@opentelemetry/sdk-trace';
import { foreignSpan } from '../spans/active-span.ts';

/** Spans whose parent is in the application's own OpenTelemetry, and not in Millrace. */
const belowForeign = new WeakMap<object, ApiSpan>();

/** Remembers at its start what a span stands below. */
export function noteParent(span: Span, parent: Context): void {
  const foreign = foreignSpan(parent);
  if (foreign && !foreign.spanContext().isRemote) belowForeign.set(span, foreign);
}

/** Whether a service that called this one stands above a span that begins in the context. */
export function isBelowRemote(parent: Context): boolean {
  return foreignSpan(parent)?.spanContext().isRemote === true;
}

/** The span as Millrace is to see it: the first one of ours is the root of the trace, linked to where it stands in the application's. */
export function asExported(span: ReadableSpan): ReadableSpan {
  const foreign = belowForeign.get(span);
  if (!foreign) return span;
  const link = { context: foreign.spanContext() };
  return Object.create(span, {
    parentSpanContext: { value: undefined },
    links: { value: [...span.links, link] },
  }) as ReadableSpan;
}
