import {
  context,
  INVALID_SPAN_CONTEXT,
  trace,
  type Attributes,
  type Context,
  type Span,
  type SpanOptions,
  type TimeInput,
  type Tracer,
} from '@opentelemetry/api';
import { currentRuntime } from '../runtime.ts';
import { toAttribute } from '../values/to-json.ts';
import { activeSpan, markOwn, withActiveSpan } from './active-span.ts';
import { preciseNow } from './clock.ts';
import { masked } from './mask.ts';

type Code<Result> = (span: Span) => Result;

/**
 * Millrace as a tracer of OpenTelemetry, for what takes one. Its spans stand below the span of Millrace that the code runs in, whatever
 * OpenTelemetry the application has; the mask of `init` is asked for their attributes. Before `init` they record nothing.
 */
export function millraceTracer(): Tracer {
  return TRACER;
}

const TRACER: Tracer = {
  startSpan,
  startActiveSpan: <Result>(
    name: string,
    ...given: [Code<Result>] | [SpanOptions, Code<Result>] | [SpanOptions, Context, Code<Result>]
  ): Result => {
    const code = given.at(-1) as Code<Result>;
    const [options, at = context.active()] = given.slice(0, -1) as [SpanOptions?, Context?];
    const span = startSpan(name, options, at);
    return context.with(withActiveSpan(at, span), () => code(span));
  },
};

function startSpan(name: string, options: SpanOptions = {}, at: Context = context.active()): Span {
  const tracer = currentRuntime()?.tracer;
  if (!tracer) return trace.wrapSpanContext(INVALID_SPAN_CONTEXT);
  const { attributes = {}, ...others } = options;
  const above = options.root === true ? undefined : activeSpan(at);
  const below = above ? trace.setSpan(at, above) : at;
  const span = withMask(tracer.startSpan(name, { startTime: preciseNow(), ...others }, below), name);
  markOwn(span, above);
  return span.setAttributes(attributes);
}

/** The same span, which asks before it keeps a value. */
function withMask(span: Span, spanName: string): Span {
  const setAttribute = span.setAttribute.bind(span);
  const addEvent = span.addEvent.bind(span);
  const end = span.end.bind(span);
  const ask = (key: string, value: unknown): ReturnType<typeof toAttribute> =>
    toAttribute(masked(key, value, { name: spanName, type: undefined }));
  const askAll = (attributes: Attributes): Attributes =>
    Object.fromEntries(Object.entries(attributes).map(([key, value]) => [key, ask(key, value)]));
  return Object.assign(span, {
    setAttribute: (key: string, value: unknown) => setAttribute(key, ask(key, value)),
    setAttributes: (attributes: Attributes) => {
      for (const [key, value] of Object.entries(attributes))
        if (value !== undefined) setAttribute(key, ask(key, value));
      return span;
    },
    addEvent: (name: string, more?: unknown, time?: unknown) =>
      addEvent(name, isAttributes(more) ? askAll(more) : (more as undefined), time as undefined),
    // By the clock that it began by.
    end: (time?: TimeInput) => end(time ?? preciseNow()),
  });
}

function isAttributes(value: unknown): value is Attributes {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Date);
}
