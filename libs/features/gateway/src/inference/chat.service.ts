import { Injectable, Logger } from '@nestjs/common';
import { setTimeout as sleep } from 'node:timers/promises';
import { Rejected, Unavailable } from '@millrace/domain';
import {
  ChatModel,
  type ChatAnswer,
  type ChatDelta,
  type ChatRequest,
  type ModelAccess,
} from '@millrace/ports';
import { EndpointsService } from '../endpoints/endpoints.service.ts';
import type { GatewayEndpointModel } from '../endpoints/gateway-endpoint-model.entity.ts';
import { SecretsService } from '../secrets/secrets.service.ts';
import { chooseModels } from './choose-models.ts';

/** Which model answered. */
export interface Answered {
  readonly model: string;
  readonly provider: string;
}

const ATTEMPTS = 3;
const FIRST_WAIT_MS = 250;
/** A provider that wants a longer pause is left for the next one, or its wait is told to the caller. */
const LONGEST_WAIT_MS = 5_000;

/**
 * Asks the models of an endpoint: each again when its failure may pass, then its fallbacks. Throws what the last of them threw, see
 * ChatModel, and Rejected('not-found') for an unknown endpoint.
 */
@Injectable()
export class ChatService {
  private readonly logger = new Logger('Gateway');

  constructor(
    private readonly chat: ChatModel,
    private readonly endpoints: EndpointsService,
    private readonly secrets: SecretsService,
  ) {}

  ask(
    workspaceId: string,
    endpoint: string,
    request: ChatRequest,
    stop: AbortSignal,
  ): Promise<Answered & { readonly answer: ChatAnswer }> {
    return this.tryModels(workspaceId, endpoint, stop, async (access) => ({
      model: access.model,
      provider: access.provider,
      answer: await this.chat.ask(access, request, stop),
    }));
  }

  /** Once the first piece is there no other model is asked. */
  stream(
    workspaceId: string,
    endpoint: string,
    request: ChatRequest,
    stop: AbortSignal,
  ): Promise<Answered & { readonly deltas: AsyncIterable<ChatDelta> }> {
    return this.tryModels(workspaceId, endpoint, stop, async (access) => {
      const deltas = this.chat.stream(access, request, stop)[Symbol.asyncIterator]();
      const first = await deltas.next();
      return { model: access.model, provider: access.provider, deltas: resume(first, deltas) };
    });
  }

  private async tryModels<Result>(
    workspaceId: string,
    name: string,
    stop: AbortSignal,
    work: (access: ModelAccess) => Promise<Result>,
  ): Promise<Result> {
    const endpoint = await this.endpoints.get(workspaceId, { name });
    let fault: unknown = new Rejected(`The endpoint '${name}' has no model: attach one.`);
    for (const mapping of chooseModels(endpoint, Math.random())) {
      try {
        return await this.tryAgain(() => work(this.open(mapping)), stop);
      } catch (error) {
        if (stop.aborted || !(error instanceof Unavailable || error instanceof Rejected)) throw error;
        this.logger.warn(
          `endpoint ${name}: ${mapping.model?.name ?? mapping.modelId} failed: ${error.message}`,
        );
        fault = error;
      }
    }
    throw fault;
  }

  private async tryAgain<Result>(work: () => Promise<Result>, stop: AbortSignal): Promise<Result> {
    for (let attempt = 1; ; attempt++) {
      try {
        return await work();
      } catch (error) {
        if (!(error instanceof Unavailable) || attempt === ATTEMPTS) throw error;
        if (error.retryAfterMs > LONGEST_WAIT_MS) throw error;
        const backoff = FIRST_WAIT_MS * 2 ** (attempt - 1) * (0.5 + Math.random());
        await sleep(Math.max(backoff, error.retryAfterMs), undefined, { signal: stop });
      }
    }
  }

  private open({ model }: GatewayEndpointModel): ModelAccess {
    if (!model?.secret) throw new Rejected('The model definition is gone: attach another one.', 'not-found');
    const { provider, modelName, secret } = model;
    return { provider, model: modelName, secrets: this.secrets.open(secret), settings: secret.authConfig };
  }
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
