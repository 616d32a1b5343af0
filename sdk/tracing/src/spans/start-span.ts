import { context, INVALID_SPAN_CONTEXT, trace, type Context, type TimeInput } from '@opentelemetry/api';
import { currentRuntime } from '../runtime.ts';
import { activeSpan, markOwn, withActiveSpan } from './active-span.ts';
import { preciseNow } from './clock.ts';
import { LiveSpan } from './live-span.ts';
import type { SpanType } from './span-type.ts';

export interface SpanOptions {
  readonly name: string;
  readonly type?: SpanType;
  readonly inputs?: unknown;
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** Instead of the active one. */
  readonly parent?: LiveSpan;
  readonly startTime?: TimeInput;
}

/** Begins a span below the active one, without becoming active itself: `end` it. Before `init` it records nothing. */
export function startSpan(options: SpanOptions): LiveSpan {
  const { name, type, inputs, attributes, parent, startTime = preciseNow() } = options;
  const tracer = currentRuntime()?.tracer;
  if (!tracer) return new LiveSpan(trace.wrapSpanContext(INVALID_SPAN_CONTEXT), name);
  const above = parent?.otel ?? activeSpan();
  const at = above ? trace.setSpan(context.active(), above) : context.active();
  const otel = tracer.startSpan(name, { startTime }, at);
  markOwn(otel, above);
  const span = new LiveSpan(otel, name);
  if (type !== undefined) span.setType(type);
  if ('inputs' in options) span.setInputs(inputs);
  if (attributes) span.setAttributes(attributes);
  return span;
}

/** The context in which the span is the active one. */
export function contextOf(span: LiveSpan): Context {
  return withActiveSpan(context.active(), span.otel);
}

/** Runs code in which the span is the active one. */
export function runIn<Result>(span: LiveSpan, code: () => Result): Result {
  return context.with(contextOf(span), code);
}
