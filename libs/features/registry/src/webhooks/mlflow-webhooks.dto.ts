import { Rejected } from '@millrace/domain';
import { mlflowEnum, mlflowInteger, mlflowMessage } from '@millrace/service-kit';
import { z } from 'zod';
import { EVENT_TYPES, isKnownToMlflow, type EventType } from '@millrace/webhook-events';
import type { WebhookAnswer } from './webhook-sender.ts';
import type { Webhook } from './webhook.entity.ts';

/** Messages of mlflow/WIRE.md section 16. */
const event = mlflowMessage({
  entity: mlflowEnum({
    REGISTERED_MODEL: 1,
    MODEL_VERSION: 2,
    MODEL_VERSION_TAG: 3,
    MODEL_VERSION_ALIAS: 4,
    PROMPT: 5,
    PROMPT_VERSION: 6,
    PROMPT_TAG: 7,
    PROMPT_VERSION_TAG: 8,
    PROMPT_ALIAS: 9,
    BUDGET_POLICY: 10,
  }),
  action: mlflowEnum({ CREATED: 1, UPDATED: 2, DELETED: 3, SET: 4, EXCEEDED: 5 }),
});
const status = mlflowEnum({ ACTIVE: 1, DISABLED: 2 });
const webhook_id = z.string();

export const createMessage = mlflowMessage({
  name: z.string(),
  description: z.string().default(''),
  url: z.string(),
  events: z.array(event),
  secret: z.string().default(''),
  status: status.default('ACTIVE'),
});
export const updateMessage = mlflowMessage({
  webhook_id,
  name: z.string().optional(),
  description: z.string().optional(),
  url: z.string().optional(),
  events: z.array(event).optional(),
  secret: z.string().optional(),
  status: status.optional(),
});
export const webhookMessage = mlflowMessage({ webhook_id });
export const testMessage = mlflowMessage({ webhook_id, event: event.optional() });
export const listMessage = mlflowMessage({
  max_results: mlflowInteger.default(100),
  page_token: z.string().optional(),
});

export type EventMessage = z.output<typeof event>;

/** Throws Rejected for a pair that never happens. */
export function readEvent({ entity, action }: EventMessage): EventType {
  const type = EVENT_TYPES.find((each) => each === `${entity}.${action}`.toLowerCase());
  if (type) return type;
  const why = entity === 'BUDGET_POLICY' ? ': this server keeps no budgets' : '';
  throw new Rejected(`Invalid action '${action}' for the webhook entity '${entity}'${why}.`);
}

/** A webhook as MLflow spells it; its secret is never told. */
export function toMlflowWebhook(webhook: Webhook) {
  return {
    webhook_id: webhook.id,
    name: webhook.name,
    ...(webhook.description !== '' && { description: webhook.description }),
    url: webhook.url,
    events: webhook.events.filter(isKnownToMlflow).map((type) => {
      const [entity, action] = type.toUpperCase().split('.');
      return { entity, action };
    }),
    status: webhook.isEnabled ? 'ACTIVE' : 'DISABLED',
    creation_timestamp: webhook.creationTime,
    last_updated_timestamp: webhook.lastUpdateTime,
  };
}

export function toMlflowTestResult({ isDelivered, status: responseStatus, body, error }: WebhookAnswer) {
  return {
    success: isDelivered,
    ...(responseStatus !== undefined && { response_status: responseStatus, response_body: body ?? '' }),
    ...(responseStatus === undefined && { error_message: `Failed to test webhook: ${error ?? 'no answer'}` }),
  };
}
