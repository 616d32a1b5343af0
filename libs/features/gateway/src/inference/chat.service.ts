import { Injectable } from '@nestjs/common';
import { ModelCaller, ModelDirectory, type Answered } from '@millrace/model-access';
import type { ChatAnswer, ChatDelta, ChatRequest } from '@millrace/ports';

/** Asks the models of an endpoint, see ModelCaller. Throws Rejected('not-found') for an unknown endpoint. */
@Injectable()
export class ChatService {
  constructor(
    private readonly models: ModelDirectory,
    private readonly caller: ModelCaller,
  ) {}

  async ask(
    workspaceId: string,
    endpoint: string,
    request: ChatRequest,
    stop: AbortSignal,
  ): Promise<Answered & { readonly answer: ChatAnswer }> {
    return this.caller.ask(await this.models.resolveEndpoint(workspaceId, endpoint), request, { stop });
  }

  async stream(
    workspaceId: string,
    endpoint: string,
    request: ChatRequest,
    stop: AbortSignal,
  ): Promise<Answered & { readonly deltas: AsyncIterable<ChatDelta> }> {
    return this.caller.stream(await this.models.resolveEndpoint(workspaceId, endpoint), request, { stop });
  }
}
