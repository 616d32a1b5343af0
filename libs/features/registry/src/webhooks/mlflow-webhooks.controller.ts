import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { checkLimit, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { isKnownToMlflow } from '@millrace/webhook-events';
import * as messages from './mlflow-webhooks.dto.ts';
import { WebhooksService } from './webhooks.service.ts';

const MOST_RESULTS = 1000;

/** MLflow's webhooks, version 2.0. */
@ApiExcludeController()
@Controller(mlflowPaths('2.0', 'webhooks'))
export class MlflowWebhooksController {
  constructor(private readonly webhooks: WebhooksService) {}

  @Post()
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.createMessage) message: z.output<typeof messages.createMessage>,
  ) {
    const { status, events, ...rest } = message;
    const settings = { ...rest, isEnabled: status === 'ACTIVE', events: events.map(messages.readEvent) };
    return { webhook: messages.toMlflowWebhook(await this.webhooks.create(workspaceId, settings)) };
  }

  @Get()
  async list(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.listMessage) message: z.output<typeof messages.listMessage>,
  ) {
    const { max_results: limit, page_token: pageToken } = message;
    checkLimit(limit, MOST_RESULTS);
    const page = await this.webhooks.list(workspaceId, limit, pageToken);
    const known = page.webhooks.filter(({ events }) => events.some(isKnownToMlflow));
    return {
      ...(known.length > 0 && { webhooks: known.map(messages.toMlflowWebhook) }),
      ...(page.nextPageToken !== undefined && { next_page_token: page.nextPageToken }),
    };
  }

  @Get(':webhook_id')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.webhookMessage) message: z.output<typeof messages.webhookMessage>,
  ) {
    return { webhook: messages.toMlflowWebhook(await this.webhooks.get(workspaceId, message.webhook_id)) };
  }

  @Patch(':webhook_id')
  async update(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.updateMessage) message: z.output<typeof messages.updateMessage>,
  ) {
    const { webhook_id: id, status, events, ...rest } = message;
    const change = {
      ...rest,
      ...(status && { isEnabled: status === 'ACTIVE' }),
      ...(events && { events: events.map(messages.readEvent) }),
    };
    return { webhook: messages.toMlflowWebhook(await this.webhooks.update(workspaceId, id, change)) };
  }

  @Delete(':webhook_id')
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.webhookMessage) message: z.output<typeof messages.webhookMessage>,
  ) {
    await this.webhooks.delete(workspaceId, message.webhook_id);
    return {};
  }

  @Post(':webhook_id/test')
  @HttpCode(200)
  async test(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.testMessage) message: z.output<typeof messages.testMessage>,
  ) {
    const event = message.event && messages.readEvent(message.event);
    return {
      result: messages.toMlflowTestResult(await this.webhooks.try(workspaceId, message.webhook_id, event)),
    };
  }
}
