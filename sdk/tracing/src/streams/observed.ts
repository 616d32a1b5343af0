import { context, type Context } from '@opentelemetry/api';

/** Hears what passes, in order, then exactly one of the endings. What it throws is nobody's trouble. */
export interface StreamObserver<Chunk> {
  onChunk(chunk: Chunk): void;
  /** All of it has passed, or its reader wanted no more. */
  onEnd(): void;
  onError(error: unknown): void;
}

/** Ends the observation of streams that nobody reads to the end and that are gone. */
const abandoned = new FinalizationRegistry<() => void>((end) => end());

/** The same iterator, one step at a time as its reader takes them: nothing is read ahead, and ending it early ends it at its source. */
export function observeIterator<Chunk>(
  iterator: AsyncIterator<Chunk>,
  observer: StreamObserver<Chunk>,
  at: Context = context.active(),
): AsyncIterableIterator<Chunk> {
  const hear = once(observer);
  const step = async (take: () => Promise<IteratorResult<Chunk>>): Promise<IteratorResult<Chunk>> => {
    try {
      const result = await context.with(at, take);
      if (result.done) hear.onEnd();
      else hear.onChunk(result.value);
      return result;
    } catch (error) {
      hear.onError(error);
      throw error;
    }
  };
  const observed: AsyncIterableIterator<Chunk> = {
    next: (...given) => step(() => iterator.next(...given)),
    return: async (value) => {
      hear.onEnd();
      return (await context.with(at, () => iterator.return?.(value))) ?? { done: true, value };
    },
    throw: async (error) => {
      hear.onError(error);
      const result = await context.with(at, () => iterator.throw?.(error));
      if (!result) throw error;
      return result;
    },
    [Symbol.asyncIterator]: () => observed,
  };
  abandoned.register(observed, () => hear.onEnd());
  return observed;
}

/** A generator of values that are there at once. */
export function observeSyncIterator<Chunk>(
  iterator: Iterator<Chunk>,
  observer: StreamObserver<Chunk>,
  at: Context = context.active(),
): IterableIterator<Chunk> {
  const hear = once(observer);
  const step = (take: () => IteratorResult<Chunk>): IteratorResult<Chunk> => {
    try {
      const result = context.with(at, take);
      if (result.done) hear.onEnd();
      else hear.onChunk(result.value);
      return result;
    } catch (error) {
      hear.onError(error);
      throw error;
    }
  };
  const observed: IterableIterator<Chunk> = {
    next: (...given) => step(() => iterator.next(...given)),
    return: (value) => {
      hear.onEnd();
      return context.with(at, () => iterator.return?.(value)) ?? { done: true, value };
    },
    throw: (error) => {
      hear.onError(error);
      const result = context.with(at, () => iterator.throw?.(error));
      if (!result) throw error;
      return result;
    },
    [Symbol.iterator]: () => observed,
  };
  abandoned.register(observed, () => hear.onEnd());
  return observed;
}

/** A web stream with the same chunks, as fast as it is read. */
export function observeReadable<Chunk>(
  stream: ReadableStream<Chunk>,
  observer: StreamObserver<Chunk>,
): ReadableStream<Chunk> {
  const observed = observeIterator(readerOf(stream), observer);
  return new ReadableStream<Chunk>(
    {
      async pull(controller) {
        const { done, value } = await observed.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      async cancel(reason) {
        await observed.return?.(reason);
      },
    },
    { highWaterMark: 0 },
  );
}

function readerOf<Chunk>(stream: ReadableStream<Chunk>): AsyncIterator<Chunk> {
  const reader = stream.getReader();
  return {
    next: async () => (await reader.read()) as IteratorResult<Chunk>,
    return: async (reason?: unknown) => {
      await reader.cancel(reason);
      return { done: true, value: undefined };
    },
  };
}

function once<Chunk>(observer: StreamObserver<Chunk>): StreamObserver<Chunk> {
  let isOver = false;
  const last = (ending: () => void): void => {
    if (isOver) return;
    isOver = true;
    quietly(ending);
  };
  return {
    onChunk: (chunk) => {
      if (!isOver) quietly(() => observer.onChunk(chunk));
    },
    onEnd: () => last(() => observer.onEnd()),
    onError: (error) => last(() => observer.onError(error)),
  };
}

function quietly(hear: () => void): void {
  try {
    hear();
  } catch {
    // The stream goes on as it would without an observer.
  }
}
