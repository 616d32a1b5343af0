import { createHmac } from 'node:crypto';
import { expect, it } from 'vitest';
import { EVENT_TYPES, exampleEvent, isKnownToMlflow } from '@millrace/webhook-events';
import { toRegistryEvent } from './event-message.ts';
import { writeWebhookMessage } from './mlflow-webhook-message.ts';
import { readEvent, toMlflowWebhook } from './mlflow-webhooks.dto.ts';
import { Webhook } from './webhook.entity.ts';

const AT = { id: 'c0ffee00-0000-4000-8000-000000000000', time: 1795236239027 };

it('says what happened in the words of MLflow, signed over id, time and body', () => {
  const data = {
    name: 'p',
    version: 2,
    template: 'Hi',
    tags: { a: '1' },
    description: '',
    modelConfig: '{}',
  };
  const { headers, body } = writeWebhookMessage(
    { ...AT, type: 'prompt_version.created', data },
    'shh',
    1795236240999,
  );
  expect(JSON.parse(body)).toEqual({
    entity: 'prompt_version',
    action: 'created',
    timestamp: '2026-11-21T04:43:59.027+00:00',
    data: {
      name: 'p',
      version: '2',
      template: 'Hi',
      tags: { a: '1', _mlflow_prompt_model_config: '{}' },
      description: null,
    },
  });
  const signed = `${AT.id}.1795236240.${body}`;
  expect(headers['x-mlflow-timestamp']).toBe('1795236240');
  expect(headers['x-mlflow-signature']).toBe(
    `v1,${createHmac('sha256', 'shh').update(signed).digest('base64')}`,
  );
});

it('is not signed without a secret, and the same each time but for when it is sent', () => {
  const event = { ...AT, ...exampleEvent('prompt_alias.created') };
  const [one, two] = [writeWebhookMessage(event, undefined, 1), writeWebhookMessage(event, undefined, 9999)];
  expect(one.headers).not.toHaveProperty('x-mlflow-signature');
  expect(one.body).toBe(two.body);
});

it.each(EVENT_TYPES.filter(isKnownToMlflow))('%s goes over the wire and back', (type) => {
  const [event] = toMlflowWebhook(Object.assign(new Webhook(), { events: [type] })).events;
  expect(readEvent(event as Parameters<typeof readEvent>[0])).toBe(type);
  const { data } = JSON.parse(writeWebhookMessage({ ...AT, ...exampleEvent(type) }, undefined, 1).body);
  expect(Object.keys(data)).toContain('name');
  expect(JSON.stringify(data)).not.toContain('undefined');
});

it('refuses pairs that never happen', () => {
  expect(() => readEvent({ entity: 'PROMPT', action: 'EXCEEDED' })).toThrow(/Invalid action 'EXCEEDED'/);
  expect(() => readEvent({ entity: 'BUDGET_POLICY', action: 'EXCEEDED' })).toThrow(/keeps no budgets/);
});

it('tells of an alert in our own words', () => {
  const event = toRegistryEvent({
    id: 'r:1:alert.fired',
    type: 'alert.fired',
    workspaceId: 'default',
    experimentId: 3,
    ruleId: 'r',
    ruleName: 'too many errors',
    measure: 'error_rate',
    condition: 'error_rate above 0.2 over 5m',
    group: { dimension: 'model', value: 'gpt-4.1' },
    value: 0.5,
    count: 10,
    from: 0,
    to: 300_000,
    webhookIds: [AT.id],
  });
  expect(event.webhookIds).toEqual([AT.id]);
  expect(JSON.parse(writeWebhookMessage({ ...event, ...AT }, undefined, 1).body)).toEqual({
    entity: 'alert',
    action: 'fired',
    timestamp: '2026-11-21T04:43:59.027+00:00',
    data: {
      name: 'too many errors',
      experiment_id: '3',
      rule_id: 'r',
      measure: 'error_rate',
      condition: 'error_rate above 0.2 over 5m',
      dimension: 'model',
      group: 'gpt-4.1',
      value: 0.5,
      count: 10,
      from: '1970-01-01T00:00:00.000Z',
      to: '1970-01-01T00:05:00.000Z',
    },
  });
  expect(isKnownToMlflow('alert.fired')).toBe(false);
});
