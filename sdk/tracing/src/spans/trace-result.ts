import type { Context } from '@opentelemetry/api';
import { guarded } from '../runtime.ts';
import {
  observeIterator,
  observeReadable,
  observeSyncIterator,
  type StreamObserver,
} from '../streams/observed.ts';
import type { LiveSpan } from './live-span.ts';

/** Chunks of a stream that are kept for the outputs; what comes beyond passes and is counted. */
const MOST_CHUNKS = 10_000;

/** Makes of the chunks of a stream what the span says was its output. */
export type ChunkReducer = (chunks: readonly unknown[]) => unknown;

/** Ends the span when the result is there: at once, with a promise, or with the last chunk of a stream. The result is what it was. */
export function endWithResult<Result>(
  span: LiveSpan,
  result: Result,
  { at, reduce }: { readonly at: Context; readonly reduce: ChunkReducer | undefined },
): Result {
  if (isPromise(result)) return endWithPromise(span, result, { at, reduce });
  const observer = chunkKeeper(span, reduce);
  if (isReadable(result)) return observeReadable(result, observer) as Result;
  if (isGenerator<AsyncIterator<unknown>>(result, Symbol.asyncIterator))
    return observeIterator(result, observer, at) as Result;
  if (isGenerator<Iterator<unknown>>(result, Symbol.iterator))
    return observeSyncIterator(result, observer, at) as Result;
  span.end({ outputs: result });
  return result;
}

/** The application gets a promise of its own kind where that can be done: what it awaits is the same. */
function endWithPromise<Result extends Promise<unknown>>(
  span: LiveSpan,
  promise: Result,
  how: Parameters<typeof endWithResult>[2],
): Result {
  return promise.then(
    (value) => endWithResult(span, value, how),
    (error: unknown) => {
      span.end({ error });
      throw error;
    },
  ) as Result;
}

function chunkKeeper(span: LiveSpan, reduce: ChunkReducer | undefined): StreamObserver<unknown> {
  const chunks: unknown[] = [];
  let count = 0;
  const outputs = (): unknown => (reduce ? reduce(chunks) : chunks);
  const finish = (ending: { readonly error?: unknown }): void => {
    if (count > MOST_CHUNKS) span.setAttribute('millrace.chunks', count);
    guarded(() => span.setOutputs(outputs()));
    span.end(ending);
  };
  return {
    onChunk: (chunk) => {
      count += 1;
      if (chunks.length < MOST_CHUNKS) chunks.push(chunk);
    },
    onEnd: () => finish({}),
    onError: (error) => finish({ error }),
  };
}

function isPromise(value: unknown): value is Promise<unknown> {
  return typeof value === 'object' && value !== null && 'then' in value && typeof value.then === 'function';
}

function isReadable(value: unknown): value is ReadableStream<unknown> {
  return typeof ReadableStream === 'function' && value instanceof ReadableStream;
}

/** What `function*` answers, not a list or another thing that may be read again. */
function isGenerator<Found extends AsyncIterator<unknown> | Iterator<unknown>>(
  value: unknown,
  symbol: symbol,
): value is Found {
  if (typeof value !== 'object' || value === null || !(symbol in value) || !('next' in value)) return false;
  return typeof value.next === 'function';
}
