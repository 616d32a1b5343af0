import { Injectable, Logger } from '@nestjs/common';
import { Rejected, Unavailable } from '@millrace/domain';
import {
  ChatModel,
  type ChatAnswer,
  type ChatDelta,
  type ChatRequest,
  type ModelAccess,
} from '@millrace/ports';
import { setTimeout as sleep } from 'node:timers/promises';
import type { ModelCandidate, NamedModels } from '../resolving/model-directory.ts';

/** Which model answered. */
export interface Answered {
  readonly model: string;
  readonly provider: string;
}

export interface AskingOptions {
  readonly stop: AbortSignal;
  /** For one call; absent: the adapter's own patience. */
  readonly timeoutMs?: number | undefined;
  /** Waits until the candidate may be called, each time it is; throws Unavailable when that takes too long. */
  readonly admit?: ((candidate: ModelCandidate) => Promise<void>) | undefined;
}

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 250;
/** A provider that wants a longer pause is left for the next one, or its wait is told to the caller. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Asks models in their order: each again when its failure may pass, then the next. Throws what the last of them threw, see
 * ChatModel.
 */
@Injectable()
export class ModelCaller {
  private readonly logger = new Logger('Models');

  constructor(private readonly chat: ChatModel) {}

  ask(
    models: NamedModels,
    request: ChatRequest,
    options: AskingOptions,
  ): Promise<Answered & { readonly answer: ChatAnswer }> {
    return this.tryModels(models, options, async (access) => ({
      model: access.model,
      provider: access.provider,
      answer: await withTimeout(access, options, (stop) => this.chat.ask(access, request, stop)),
    }));
  }

  /** Once the first piece is there no other model is asked. */
  stream(
    models: NamedModels,
    request: ChatRequest,
    options: Omit<AskingOptions, 'timeoutMs'>,
  ): Promise<Answered & { readonly deltas: AsyncIterable<ChatDelta> }> {
    return this.tryModels(models, options, async (access) => {
      const deltas = this.chat.stream(access, request, options.stop)[Symbol.asyncIterator]();
      const first = await deltas.next();
      return { model: access.model, provider: access.provider, deltas: resume(first, deltas) };
    });
  }

  private async tryModels<Result>(
    { name, candidates }: NamedModels,
    { stop, admit }: AskingOptions,
    work: (access: ModelAccess) => Promise<Result>,
  ): Promise<Result> {
    let fault: unknown = new Rejected(`There is no model behind '${name}'.`);
    for (const candidate of candidates) {
      try {
        return await tryAgain(async () => {
          await admit?.(candidate);
          return work(candidate.open());
        }, stop);
      } catch (error) {
        if (stop.aborted || !(error instanceof Unavailable || error instanceof Rejected)) throw error;
        this.logger.warn(`${name}: ${candidate.provider}:/${candidate.model} failed: ${error.message}`);
        fault = error;
      }
    }
    throw fault;
  }
}

async function tryAgain<Result>(work: () => Promise<Result>, stop: AbortSignal): Promise<Result> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof Unavailable) || attempt === ATTEMPTS || isTimeout(error.cause)) throw error;
      if (error.retryAfterMs > LONGEST_WAIT_MS) throw error;
      const backoff = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
      await sleep(Math.max(backoff, error.retryAfterMs), undefined, { signal: stop });
    }
  }
}

/** A call that takes too long is Unavailable and not repeated at once: the provider hangs, and the next call would too. */
async function withTimeout<Result>(
  { provider, model }: ModelAccess,
  { stop, timeoutMs }: AskingOptions,
  call: (stop: AbortSignal) => Promise<Result>,
): Promise<Result> {
  if (timeoutMs === undefined) return call(stop);
  const late = AbortSignal.timeout(Math.ceil(timeoutMs));
  try {
    return await call(AbortSignal.any([stop, late]));
  } catch (error) {
    if (stop.aborted || !late.aborted) throw error;
    const message = `${provider} gave no answer of ${model} within ${timeoutMs / 1000} s.`;
    throw new Unavailable(message, LONGEST_WAIT_MS, { cause: late.reason });
  }
}

function isTimeout(cause: unknown): boolean {
  return cause instanceof Error && cause.name === 'TimeoutError';
}

/** The rest of it after the first piece; leaving early ends it. */
async function* resume(
  first: IteratorResult<ChatDelta>,
  rest: AsyncIterator<ChatDelta>,
): AsyncGenerator<ChatDelta> {
  try {
    for (let next = first; next.done !== true; next = await rest.next()) yield next.value;
  } finally {
    await rest.return?.();
  }
}
