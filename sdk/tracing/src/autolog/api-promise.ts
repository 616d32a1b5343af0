import type { ObservedCall } from './model-call.ts';

/**
 * What the clients of OpenAI and Anthropic answer: a promise of the parsed answer that can also give the raw one. Source: both
 * are made by Stainless, `core/api-promise.ts` and `core/streaming.ts`.
 */
export interface ApiPromise<Data> extends Promise<Data> {
  asResponse?(): Promise<Response>;
  /** Of Anthropic's client, whose `asResponse` ends the span of the call that the client itself makes. */
  _responseProps?(): Promise<unknown>;
  _thenUnwrap?<Other>(transform: (data: Data) => Other): ApiPromise<Other>;
}

/** What a client answers with when it streams. */
interface ClientStream extends AsyncIterable<unknown> {
  iterator?: () => AsyncIterator<unknown>;
}

/** The same promise with the same methods; the call ends with its answer, with the end of its stream, or with its error. */
export function observeApiPromise<Data>(promise: ApiPromise<Data>, call: ObservedCall): ApiPromise<Data> {
  const see = (data: Data): Data => {
    const stream = call.streamIn(data);
    if (isStream(stream)) {
      const observed = observeStream(stream, call);
      return stream === data ? (observed as Data) : data;
    }
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
  const sent: Promise<unknown> = promise._responseProps ? promise._responseProps() : promise.asResponse();
  sent.catch((error: unknown) => call.fail(error));
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

function isStream(data: unknown): data is ClientStream {
  return typeof data === 'object' && data !== null && Symbol.asyncIterator in data;
}

/** The same stream, but for a generator, which is its own iterator: `tee` and `toReadableStream` of it read by its iterator too. */
function observeStream(stream: ClientStream, call: ObservedCall): ClientStream {
  if (isIterator(stream)) return call.observe(stream);
  if (stream.iterator) {
    const iterate = stream.iterator.bind(stream);
    stream.iterator = () => call.observe(iterate());
    return stream;
  }
  const iterate = stream[Symbol.asyncIterator].bind(stream);
  return Object.assign(stream, { [Symbol.asyncIterator]: () => call.observe(iterate()) });
}

/** A generator whose own iterator somebody has replaced is to be read by that. */
function isIterator(stream: ClientStream): stream is ClientStream & AsyncIterator<unknown> {
  return (
    'next' in stream && typeof stream.next === 'function' && !Object.hasOwn(stream, Symbol.asyncIterator)
  );
}
