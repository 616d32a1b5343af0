import { context, createContextKey, trace, type Context, type Span } from '@opentelemetry/api';

const KEY = createContextKey('millrace.active-span');

/** Spans that this package has begun: any other span in a context belongs to the application's own OpenTelemetry. */
const own = new WeakSet<Span>();

export function markOwn(span: Span): void {
  own.add(span);
}

/** The span of ours that the code runs in. */
export function activeSpan(at: Context = context.active()): Span | undefined {
  const found = at.getValue(KEY) as Span | undefined;
  if (found) return found;
  const active = trace.getSpan(at);
  return active && own.has(active) ? active : undefined;
}

/** The application's own span that the code runs in: one of its OpenTelemetry, or of the service that called it. */
export function foreignSpan(at: Context): Span | undefined {
  const active = trace.getSpan(at);
  return active && !own.has(active) ? active : undefined;
}

/**
 * A context in which the span is active. Where the application traces by itself its active span stays what it is: its traces are
 * the same with us and without us.
 */
export function withActiveSpan(at: Context, span: Span): Context {
  const ours = at.setValue(KEY, span);
  return foreignSpan(at) || hasOwnTracing() ? ours : trace.setSpan(ours, span);
}

/** The context for beginning a child: below our active span, else in the trace of the application's. */
export function parentContext(at: Context): Context {
  const parent = activeSpan(at);
  return parent ? trace.setSpan(at, parent) : at;
}

interface Proxy {
  getDelegateTracer?(name: string): unknown;
}

/** Whether the application has set up a tracer provider of its own. */
function hasOwnTracing(): boolean {
  const provider = trace.getTracerProvider() as Proxy;
  return provider.getDelegateTracer === undefined || provider.getDelegateTracer('millrace') !== undefined;
}

/** A context in which nothing is traced yet: what begins there is the root of a trace of its own. */
export function outsideOfTraces(at: Context): Context {
  return trace.deleteSpan(at.deleteValue(KEY));
}
