import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import { EVENT_TYPES, type EventType } from '@millrace/webhook-events';
import type { DeliveryState, WebhookDelivery } from './webhook-delivery.entity.ts';
import type { WebhookAnswer } from './webhook-sender.ts';
import type { Webhook } from './webhook.entity.ts';

const name = z.string().min(1).max(63).describe('Letters, digits, dots, underscores and hyphens');
const url = z
  .string()
  .max(2000)
  .describe('Takes a POST for each event; https and public unless the server is set otherwise');
const events = z.array(z.enum(EVENT_TYPES)).min(1);
const secret = z.string().max(1000).describe('Deliveries are signed with it; never given back. Empty: none');

export const createWebhookBody = z.object({
  name,
  url,
  events,
  description: z.string().max(10_000).default(''),
  secret: secret.default(''),
  is_enabled: z.boolean().default(true),
});
export type CreateWebhookBody = z.output<typeof createWebhookBody>;

export const updateWebhookBody = z.object({
  name: name.optional(),
  url: url.optional(),
  events: events.optional(),
  description: z.string().max(10_000).optional(),
  secret: secret.optional(),
  is_enabled: z
    .boolean()
    .optional()
    .describe('False: events are not noted, those that wait do so until it is true'),
});
export type UpdateWebhookBody = z.output<typeof updateWebhookBody>;

export const listWebhooksQuery = z.object({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
  page_token: z.string().optional().describe('next_page_token of the page before'),
});
export type ListWebhooksQuery = z.output<typeof listWebhooksQuery>;

export const listDeliveriesQuery = listWebhooksQuery.extend({
  state: z.enum(['pending', 'delivered', 'failed']).optional(),
});
export type ListDeliveriesQuery = z.output<typeof listDeliveriesQuery>;

export const testWebhookBody = z.object({
  event: z.enum(EVENT_TYPES).optional().describe('Absent: the first that it asks for'),
});
export type TestWebhookBody = z.output<typeof testWebhookBody>;

/** A webhook as `/api/v1` tells it. */
export class WebhookDto {
  @ApiProperty({ type: String, format: 'uuid' })
  readonly id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: String })
  readonly description: string;

  @ApiProperty({ type: String })
  readonly url: string;

  @ApiProperty({ enum: EVENT_TYPES, isArray: true })
  readonly events: readonly EventType[];

  @ApiProperty({ type: Boolean, description: 'Whether deliveries are signed' })
  readonly has_secret: boolean;

  @ApiProperty({ type: Boolean })
  readonly is_enabled: boolean;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly creation_time: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly last_update_time: string;

  constructor(webhook: Webhook) {
    this.id = webhook.id;
    this.name = webhook.name;
    this.description = webhook.description;
    this.url = webhook.url;
    this.events = webhook.events;
    this.has_secret = webhook.secret !== null;
    this.is_enabled = webhook.isEnabled;
    this.creation_time = new Date(webhook.creationTime).toISOString();
    this.last_update_time = new Date(webhook.lastUpdateTime).toISOString();
  }
}

export class WebhookPageDto {
  @ApiProperty({ type: () => [WebhookDto] })
  readonly webhooks: readonly WebhookDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token?: string;

  constructor(webhooks: readonly Webhook[], nextPageToken: string | undefined) {
    this.webhooks = webhooks.map((webhook) => new WebhookDto(webhook));
    if (nextPageToken !== undefined) this.next_page_token = nextPageToken;
  }
}

export class WebhookDeliveryDto {
  @ApiProperty({
    type: String,
    format: 'uuid',
    description: 'What the receiver sees as X-MLflow-Delivery-Id',
  })
  readonly id: string;

  @ApiProperty({ enum: EVENT_TYPES })
  readonly event: EventType;

  @ApiProperty({ enum: ['pending', 'delivered', 'failed'] })
  readonly state: DeliveryState;

  @ApiProperty({ type: Number })
  readonly attempts: number;

  @ApiProperty({
    type: Number,
    required: false,
    description: 'HTTP status of the last attempt that was answered',
  })
  readonly response_status: number | undefined;

  @ApiProperty({ type: String, description: 'Why the last attempt failed' })
  readonly error: string;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'Of a pending one' })
  readonly next_attempt_time: string | undefined;

  @ApiProperty({ type: String, format: 'date-time', description: 'When it happened' })
  readonly creation_time: string;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly last_update_time: string;

  constructor(delivery: WebhookDelivery) {
    const { state, nextAttemptTime, responseStatus } = delivery;
    this.id = delivery.id;
    this.event = delivery.event;
    this.state = state;
    this.attempts = delivery.attempts;
    this.response_status = responseStatus ?? undefined;
    this.error = delivery.error;
    this.next_attempt_time = state === 'pending' ? new Date(nextAttemptTime).toISOString() : undefined;
    this.creation_time = new Date(delivery.creationTime).toISOString();
    this.last_update_time = new Date(delivery.lastUpdateTime).toISOString();
  }
}

export class WebhookDeliveryPageDto {
  @ApiProperty({ type: () => [WebhookDeliveryDto] })
  readonly deliveries: readonly WebhookDeliveryDto[];

  @ApiProperty({ type: String, required: false, description: 'Absent on the last page' })
  readonly next_page_token?: string;

  constructor(deliveries: readonly WebhookDelivery[], nextPageToken: string | undefined) {
    this.deliveries = deliveries.map((delivery) => new WebhookDeliveryDto(delivery));
    if (nextPageToken !== undefined) this.next_page_token = nextPageToken;
  }
}

export class WebhookTestDto {
  @ApiProperty({ type: Boolean })
  readonly is_delivered: boolean;

  @ApiProperty({ type: Number, required: false, description: 'Absent when there was no answer' })
  readonly response_status: number | undefined;

  @ApiProperty({ type: String, required: false, description: 'The beginning of what the receiver said' })
  readonly response_body: string | undefined;

  @ApiProperty({ type: String, required: false })
  readonly error: string | undefined;

  constructor({ isDelivered, status, body, error }: WebhookAnswer) {
    this.is_delivered = isDelivered;
    this.response_status = status;
    this.response_body = body;
    this.error = error;
  }
}
