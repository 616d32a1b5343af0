import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { WebhookDeliveriesService } from './webhook-deliveries.service.ts';
import * as dto from './webhooks.dto.ts';
import { WebhooksService } from './webhooks.service.ts';

const ID = { name: 'id', schema: { type: 'string', format: 'uuid' } } as const;
const DELIVERY_ID = { name: 'delivery_id', schema: { type: 'string', format: 'uuid' } } as const;

@ApiTags('webhooks')
@Controller('api/v1/webhooks')
export class WebhooksController {
  constructor(
    private readonly webhooks: WebhooksService,
    private readonly deliveries: WebhookDeliveriesService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listWebhooks', summary: 'List webhooks, the newest first' })
  @ApiZodQuery(dto.listWebhooksQuery)
  @ApiOkResponse({ type: dto.WebhookPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(dto.listWebhooksQuery)) { limit, page_token: pageToken }: dto.ListWebhooksQuery,
  ): Promise<dto.WebhookPageDto> {
    const page = await this.webhooks.list(workspaceId, limit, pageToken);
    return new dto.WebhookPageDto(page.webhooks, page.nextPageToken);
  }

  @Post()
  @ApiOperation({
    operationId: 'createWebhook',
    summary: 'Be told of changes of prompts and models',
    description:
      'Each event is delivered at least once, as MLflow does: the same X-MLflow-Delivery-Id is the same event. Order is not kept.',
  })
  @ApiZodBody(dto.createWebhookBody)
  @ApiCreatedResponse({ type: dto.WebhookDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(dto.createWebhookBody)) body: dto.CreateWebhookBody,
  ): Promise<dto.WebhookDto> {
    const { is_enabled: isEnabled, ...rest } = body;
    return new dto.WebhookDto(await this.webhooks.create(workspaceId, { ...rest, isEnabled }));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getWebhook', summary: 'A webhook' })
  @ApiParam(ID)
  @ApiOkResponse({ type: dto.WebhookDto })
  async get(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<dto.WebhookDto> {
    return new dto.WebhookDto(await this.webhooks.get(workspaceId, id));
  }

  @Patch(':id')
  @ApiOperation({
    operationId: 'updateWebhook',
    summary: 'Change a webhook; what waits goes to the new address',
  })
  @ApiParam(ID)
  @ApiZodBody(dto.updateWebhookBody)
  @ApiOkResponse({ type: dto.WebhookDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(dto.updateWebhookBody)) body: dto.UpdateWebhookBody,
  ): Promise<dto.WebhookDto> {
    const { is_enabled: isEnabled, ...rest } = body;
    return new dto.WebhookDto(await this.webhooks.update(workspaceId, id, { ...rest, isEnabled }));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteWebhook',
    summary: 'Delete a webhook and what it was still to be told',
  })
  @ApiParam(ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<void> {
    await this.webhooks.delete(workspaceId, id);
  }

  @Post(':id/test')
  @HttpCode(200)
  @ApiOperation({ operationId: 'testWebhook', summary: 'Send a made-up event once and say how that went' })
  @ApiParam(ID)
  @ApiZodBody(dto.testWebhookBody)
  @ApiOkResponse({ type: dto.WebhookTestDto })
  async test(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(dto.testWebhookBody)) { event }: dto.TestWebhookBody,
  ): Promise<dto.WebhookTestDto> {
    return new dto.WebhookTestDto(await this.webhooks.try(workspaceId, id, event));
  }

  @Get(':id/deliveries')
  @ApiOperation({
    operationId: 'listWebhookDeliveries',
    summary: 'What became of the deliveries of the last week, the newest first',
  })
  @ApiParam(ID)
  @ApiZodQuery(dto.listDeliveriesQuery)
  @ApiOkResponse({ type: dto.WebhookDeliveryPageDto })
  async listDeliveries(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Query(new ZodPipe(dto.listDeliveriesQuery)) query: dto.ListDeliveriesQuery,
  ): Promise<dto.WebhookDeliveryPageDto> {
    const { state, limit, page_token: pageToken } = query;
    const page = await this.deliveries.list(workspaceId, id, { state, limit, pageToken });
    return new dto.WebhookDeliveryPageDto(page.deliveries, page.nextPageToken);
  }

  @Post(':id/deliveries/:delivery_id/repeat')
  @HttpCode(200)
  @ApiOperation({ operationId: 'repeatWebhookDelivery', summary: 'Try a delivery again at once' })
  @ApiParam(ID)
  @ApiParam(DELIVERY_ID)
  @ApiOkResponse({ type: dto.WebhookDeliveryDto })
  async repeat(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Param('delivery_id') deliveryId: string,
  ): Promise<dto.WebhookDeliveryDto> {
    return new dto.WebhookDeliveryDto(await this.deliveries.repeat(workspaceId, id, deliveryId));
  }
}
