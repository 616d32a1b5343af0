import type { ObservedCall } from './model-call.ts';

/**
 * What the clients of OpenAI and Anthropic answer: a promise of the parsed answer that can also give the raw one. Source: both
 * are made by Stainless, `core/api-promise.ts` and `core/streaming.ts`.
 */
export interface ApiPromise<Data> extends Promise<Data> {
  asResponse?(): Promise<Response>;
  _thenUnwrap?<Other>(transform: (data: Data) => Other): ApiPromise<Other>;
}

interface StainlessStream extends AsyncIterable<unknown> {
  iterator?: () => AsyncIterator<unknown>;
}

/** The same promise with the same methods; the call ends with its answer, with the end of its stream, or with its error. */
export function observeApiPromise<Data>(promise: ApiPromise<Data>, call: ObservedCall): ApiPromise<Data> {
  const see = (data: Data): Data => {
    if (isStream(data)) return observeStream(data, call) as Data;
    call.succeed(data);
    return data;
  };
  if (!promise._thenUnwrap || !promise.asResponse) return promise.then(see, failing(call));
  let isRead = false;
  const observed = promise._thenUnwrap((data) => {
    isRead = true;
    return see(data);
  });
  watchParsing(observed, call);
  // Refusals and lost connections, which the promise tells before anybody reads it.
  promise.asResponse().catch((error: unknown) => call.fail(error));
  watchRawReading(observed, () => isRead || call.endUnread());
  return observed;
}

function failing(call: ObservedCall): (error: unknown) => never {
  return (error) => {
    call.fail(error);
    throw error;
  };
}

/** An answer that can't be parsed fails only where it is awaited. */
function watchParsing<Data>(promise: ApiPromise<Data>, call: ObservedCall): void {
  const then = promise.then.bind(promise);
  promise.then = ((onDone, onError) =>
    then(onDone, (error: unknown) => {
      call.fail(error);
      if (onError) return onError(error);
      throw error;
    })) as typeof promise.then;
}

/** Whoever takes the raw response alone reads the answer where nobody sees it. */
function watchRawReading<Data>(promise: ApiPromise<Data>, onRaw: () => void): void {
  const asResponse = promise.asResponse?.bind(promise);
  const withResponse: unknown = Reflect.get(promise, 'withResponse');
  if (!asResponse) return;
  let isWithData = false;
  if (typeof withResponse === 'function') {
    Reflect.set(promise, 'withResponse', (...given: unknown[]): unknown => {
      isWithData = true;
      return withResponse.apply(promise, given);
    });
  }
  promise.asResponse = async () => {
    const response = await asResponse();
    if (!isWithData) onRaw();
    return response;
  };
}

function isStream(data: unknown): data is StainlessStream {
  return typeof data === 'object' && data !== null && Symbol.asyncIterator in data;
}

/** The same stream: `tee` and `toReadableStream` of it read by its iterator too. */
function observeStream(stream: StainlessStream, call: ObservedCall): StainlessStream {
  if (stream.iterator) {
    const iterate = stream.iterator.bind(stream);
    stream.iterator = () => call.observe(iterate());
    return stream;
  }
  const iterate = stream[Symbol.asyncIterator].bind(stream);
  return Object.assign(stream, { [Symbol.asyncIterator]: () => call.observe(iterate()) });
}
