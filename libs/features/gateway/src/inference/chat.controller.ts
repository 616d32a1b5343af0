import { All, Body, Controller, Get, HttpCode, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Readable } from 'node:stream';
import { CurrentWorkspace, requestWorkspace } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { MlflowError } from '@millrace/service-kit';
import { EndpointsService } from '../endpoints/endpoints.service.ts';
import { readChatBody, toChatRequest, type ChatBody } from './chat-body.ts';
import { newCompletion, toCompletion } from './chat-completion.ts';
import { ChatService } from './chat.service.ts';
import { toServerSentEvents } from './server-sent-events.ts';

/** Chat completions in the words of OpenAI's API, over the endpoints of the gateway (mlflow/WIRE.md section 15). */
@ApiExcludeController()
@Controller('gateway')
export class ChatController {
  constructor(
    private readonly chat: ChatService,
    private readonly endpoints: EndpointsService,
  ) {}

  @Get('mlflow/v1/models')
  async models(@CurrentWorkspace() workspaceId: string) {
    const endpoints = await this.endpoints.list(workspaceId);
    const data = endpoints.map(({ endpoint }) => ({
      id: endpoint.name,
      object: 'model',
      created: Math.floor(endpoint.creationTime / 1000),
      owned_by: 'mlflow',
    }));
    return { object: 'list', data };
  }

  @Post('mlflow/v1/chat/completions')
  @HttpCode(200)
  async complete(
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    const chat = readChatBody(body);
    if (!chat.model) throw new Rejected('model: name the endpoint of the gateway that should answer');
    await this.answer(chat.model, chat, request, reply);
  }

  @Post(':endpoint/mlflow/invocations')
  @HttpCode(200)
  async invoke(
    @Param('endpoint') endpoint: string,
    @Body() body: unknown,
    @Req() request: FastifyRequest,
    @Res() reply: FastifyReply,
  ): Promise<void> {
    if (typeof body === 'object' && body !== null && 'input' in body && !('messages' in body)) refuse();
    await this.answer(endpoint, readChatBody(body), request, reply);
  }

  /** Providers' own APIs, embeddings and the proxy. */
  @All(['openai/*', 'anthropic/*', 'gemini/*', 'proxy/*', 'mlflow/v1/embeddings'])
  passThrough(): never {
    refuse();
  }

  private async answer(
    endpoint: string,
    body: ChatBody,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<void> {
    const workspaceId = requestWorkspace(request);
    const left = new AbortController();
    reply.raw.once('close', () => left.abort());
    const asked = toChatRequest(body);
    if (body.stream !== true) {
      const { model, provider, answer } = await this.chat.ask(workspaceId, endpoint, asked, left.signal);
      await reply.send(toCompletion(newCompletion(model, provider), answer));
      return;
    }
    const { model, provider, deltas } = await this.chat.stream(workspaceId, endpoint, asked, left.signal);
    const events = toServerSentEvents(newCompletion(model, provider), deltas, {
      includeUsage: body.stream_options?.include_usage === true,
    });
    await reply
      .header('content-type', 'text/event-stream; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(Readable.from(events, { objectMode: false }));
  }
}

function refuse(): never {
  throw new MlflowError(
    'NOT_IMPLEMENTED',
    'This gateway answers chat completions only: POST /gateway/mlflow/v1/chat/completions with the name of an endpoint as ' +
      'the model, or POST /gateway/<endpoint>/mlflow/invocations. Call the provider itself for anything else.',
  );
}
