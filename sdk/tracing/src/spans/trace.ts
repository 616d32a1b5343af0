import { context } from '@opentelemetry/api';
import { currentRuntime } from '../runtime.ts';
import { LiveSpan } from './live-span.ts';
import { contextOf, startSpan, type SpanOptions } from './start-span.ts';
import type { SpanType } from './span-type.ts';
import { endWithResult, type ChunkReducer } from './trace-result.ts';

export interface TraceOptions<Arguments extends readonly unknown[] = readonly unknown[]> {
  /** The function's own name unless given. */
  readonly name?: string;
  readonly type?: SpanType;
  readonly attributes?: Readonly<Record<string, unknown>>;
  /** What of the arguments are the inputs; the argument itself, or the list of several, unless given. */
  readonly inputs?: (...given: Arguments) => unknown;
  /** Makes the outputs of the chunks that a generator or stream gave; the list of them unless given. */
  readonly outputs?: ChunkReducer;
}

/** Any function at all may be traced. */
type AnyFunction = (...given: never[]) => unknown;

/**
 * The same function, each call in a span: `const answer = trace(async (question) => …, { type: SpanType.CHAIN })`. Promises,
 * generators and streams end it when they end.
 */
export function trace<Traced extends AnyFunction>(
  code: Traced,
  options: TraceOptions<Parameters<Traced>> = {},
): Traced {
  const name = options.name ?? (code.name || 'anonymous');
  const traced = function traced(this: unknown, ...given: Parameters<Traced>): unknown {
    const run = (): unknown => Reflect.apply(code, this, given);
    if (!currentRuntime()) return run();
    const inputs = inputsOf(given, options);
    return runSpan({ ...spanOptions(name, options), inputs }, run, options.outputs);
  };
  return Object.defineProperty(traced, 'name', { value: name }) as unknown as Traced;
}

/** Runs code in a span of its own: `await withSpan({ name: 'rank' }, async (span) => …)`. */
export function withSpan<Result>(options: SpanOptions, code: (span: LiveSpan) => Result): Result {
  return runSpan(options, code, undefined);
}

interface TracedMethod {
  /** As a decorator of the standard. */
  <Method extends AnyFunction>(method: Method, place: ClassMethodDecoratorContext): Method;
  /** As one of TypeScript's own, `experimentalDecorators`. */
  (owner: object, name: string | symbol, descriptor: PropertyDescriptor): void;
}

/** A method of a class in a span of its own: `@traced({ type: SpanType.TOOL })`. */
export function traced(options: TraceOptions = {}): TracedMethod {
  const decorate = (
    method: object,
    place: ClassMethodDecoratorContext | string | symbol,
    descriptor?: PropertyDescriptor,
  ): unknown => {
    const name = options.name ?? nameOf(place);
    if (!descriptor) return trace(method as AnyFunction, { ...options, name });
    descriptor.value = trace(descriptor.value as AnyFunction, { ...options, name });
    return descriptor;
  };
  return decorate as TracedMethod;
}

function nameOf(place: ClassMethodDecoratorContext | string | symbol): string {
  return String(typeof place === 'object' ? place.name : place);
}

function runSpan<Result>(
  options: SpanOptions,
  code: (span: LiveSpan) => Result,
  reduce: ChunkReducer | undefined,
): Result {
  const span = startSpan(options);
  const at = contextOf(span);
  let result: Result;
  try {
    result = context.with(at, () => code(span));
  } catch (error) {
    span.end({ error });
    throw error;
  }
  return endWithResult(span, result, { at, reduce });
}

function spanOptions(name: string, { type, attributes }: TraceOptions<never>): SpanOptions {
  return { name, ...(type !== undefined && { type }), ...(attributes && { attributes }) };
}

function inputsOf<Arguments extends readonly unknown[]>(
  given: Arguments,
  { inputs }: TraceOptions<Arguments>,
): unknown {
  if (inputs) return inputs(...given);
  return given.length === 1 ? given[0] : given;
}
