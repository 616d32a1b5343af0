import { createHmac } from 'node:crypto';
import type { EventData, EventType, RegistryEvent } from '@millrace/webhook-events';

/** What is posted, as MLflow posts it (mlflow/WIRE.md section 16): receivers of its webhooks take ours. */
export interface WebhookMessage {
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** One delivery: `id` stays the same however often it is tried. */
export interface Occurrence extends RegistryEvent {
  readonly id: string;
  /** Milliseconds since the epoch. */
  readonly time: number;
}

/** Signed with the secret when there is one. `now` is when it is sent, for receivers that refuse what is old. */
export function writeWebhookMessage(
  { id, time, type, data }: Occurrence,
  secret: string | undefined,
  now: number,
): WebhookMessage {
  const [entity, action] = type.split('.');
  const timestamp = new Date(time).toISOString().replace('Z', '+00:00');
  const body = JSON.stringify({ entity, action, timestamp, data: writeData(type, data) });
  const seconds = String(Math.floor(now / 1000));
  return {
    headers: {
      'content-type': 'application/json',
      'user-agent': 'millrace',
      'x-mlflow-delivery-id': id,
      'x-mlflow-timestamp': seconds,
      ...(secret !== undefined && { 'x-mlflow-signature': sign(secret, `${id}.${seconds}.${body}`) }),
    },
    body,
  };
}

function sign(secret: string, signed: string): string {
  return `v1,${createHmac('sha256', secret).update(signed).digest('base64')}`;
}

function writeData(type: EventType, data: EventData): Readonly<Record<string, unknown>> {
  const { version, responseFormat, modelConfig, runId, traceId, experimentId, alert, ...rest } = data;
  const isVersion = type.endsWith('_version.created');
  const description = isVersion ? { description: data.description || null } : {};
  const tags = {
    ...data.tags,
    ...(responseFormat !== undefined && { _mlflow_prompt_response_format: responseFormat }),
    ...(modelConfig !== undefined && { _mlflow_prompt_model_config: modelConfig }),
  };
  return {
    ...rest,
    ...(traceId !== undefined && { trace_id: `tr-${traceId}` }),
    ...(experimentId !== undefined && { experiment_id: experimentId }),
    ...alert,
    ...(version !== undefined && { version: String(version) }),
    ...(data.tags && { tags }),
    ...description,
    ...(type === 'model_version.created' && { run_id: runId || null }),
  };
}
