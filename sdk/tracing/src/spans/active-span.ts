import { context, createContextKey, trace, type Context, type Span } from '@opentelemetry/api';
import { processWide } from '../process-wide.ts';

const KEY = createContextKey('millrace.active-span');

/** Spans that this package has begun, with what each stands below: any other span in a context is the application's own. */
const own = processWide('own-spans', () => new WeakMap<Span, Span | undefined>());

export function markOwn(span: Span, parent: Span | undefined): void {
  own.set(span, parent);
}

/** Answers the span that the code runs in, by what a framework knows of it. */
export type SpanSource = () => Span | undefined;

const sources = processWide('span-sources', () => new Set<SpanSource>());

/** For frameworks that have a context of their own, in which no code of ours can run theirs. The answer takes it back. */
export function addSpanSource(source: SpanSource): () => void {
  sources.add(source);
  return () => void sources.delete(source);
}

/** The span of ours that the code runs in. */
export function activeSpan(at: Context = context.active()): Span | undefined {
  const inContext = spanIn(at);
  if (sources.size === 0 || at !== context.active()) return inContext;
  return [...sources].reduce((inmost, source) => inmostOf(inmost, source()), inContext);
}

/** Of two spans the one below the other; the second one where they have nothing to do with each other. */
export function inmostOf(first: Span | undefined, second: Span | undefined): Span | undefined {
  for (let span = first; span && second; span = own.get(span)) if (span === second) return first;
  return second ?? first;
}

/** What carries a context on may know of OpenTelemetry's own place alone, and have put a span below ours there. */
function spanIn(at: Context): Span | undefined {
  const found = at.getValue(KEY) as Span | undefined;
  const active = trace.getSpan(at);
  return active && own.has(active) ? inmostOf(found, active) : found;
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
