import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startDistributed } from '../support/distributed.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';
import { startStandalone, type RunningTarget } from '../support/standalone.ts';
import { startWebhookReceiver, type WebhookReceiver } from '../support/webhook-receiver.ts';

const environment = { MILLRACE_ALERT_CHECK_SECONDS: '1', MILLRACE_WEBHOOKS_PRIVATE_TARGETS: 'true' };
const WAIT = { timeout: 40_000, interval: 100 };
const ERROR = 2;

interface Subject {
  readonly target: RunningTarget;
  /** kill -9 of who checks alerts, and a new one. */
  restart(): Promise<void>;
}

async function standalone(): Promise<Subject> {
  const dataDir = mkdtempSync(join(tmpdir(), 'millrace-alerts-'));
  let running = await startStandalone({ dataDir, environment });
  const { ports } = running;
  return {
    get target() {
      return {
        ...running,
        stop: async () => {
          await running.stop();
          rmSync(dataDir, { recursive: true, force: true });
        },
      };
    },
    restart: async () => {
      await running.kill();
      running = await startStandalone({ dataDir, ports, environment });
    },
  };
}

async function distributed(): Promise<Subject> {
  const running = await startDistributed({ environment });
  return {
    target: running,
    restart: async () => {
      await running.services.evaluator.kill();
      await running.services.evaluator.restart();
    },
  };
}

describe.each([
  { name: 'standalone', start: standalone },
  { name: 'distributed', start: distributed },
])('alerts in $name', ({ start }) => {
  let subject: Subject;
  let receiver: WebhookReceiver;
  let webhookId = '';
  let ruleId = '';

  // What is in an answer the assertions say.
  // eslint-disable-next-line @typescript-eslint/no-explicit-any
  type Body = any;
  const ask = async (
    method: string,
    path: string,
    body?: object,
  ): Promise<{ status: number; body: Body }> => {
    const response = await fetch(`${subject.target.url}/api/v1/${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, body: text === '' ? undefined : JSON.parse(text) };
  };
  const send = (count: number, model: string, statusCode: 0 | 2 = 0) =>
    sendSpans(
      subject.target.otlpUrl,
      Array.from({ length: count }, () =>
        makeSpan({ statusCode, attributes: { 'gen_ai.request.model': model } }),
      ),
    );
  const rule = {
    experiment_id: '0',
    name: 'too many errors',
    measure: 'error_rate',
    dimension: 'model',
    window: '5m',
    condition: { type: 'threshold', direction: 'above', threshold: 0.5 },
    minimum_count: 3,
  };

  beforeAll(async () => {
    receiver = await startWebhookReceiver('shh', 1);
    subject = await start();
    const webhook = {
      name: 'pager',
      url: receiver.url,
      secret: 'shh',
      events: ['alert.fired', 'alert.resolved'],
    };
    webhookId = (await ask('POST', 'webhooks', webhook)).body.id;
  }, 180_000);

  afterAll(async () => {
    await subject?.target.stop();
    await receiver?.stop();
  });

  it('fire for the model that fails, signed, again after a failed delivery, and once', async () => {
    const created = await ask('POST', 'alert-rules', rule);
    expect(created).toMatchObject({ status: 201, body: { state: 'no-data', groups: [] } });
    ruleId = created.body.id;
    await send(4, 'bad-model', ERROR);
    await send(4, 'good-model');
    await expect
      .poll(async () => (await ask('GET', `alert-rules/${ruleId}`)).body.state, WAIT)
      .toBe('firing');
    await subject.restart();
    await expect.poll(() => receiver.received.map(({ status }) => status), WAIT).toEqual([500, 200]);
    const [first, second] = receiver.received;
    expect(first?.deliveryId).toBe(second?.deliveryId);
    expect(second).toMatchObject({
      isSigned: true,
      entity: 'alert',
      action: 'fired',
      data: {
        rule_id: ruleId,
        name: 'too many errors',
        experiment_id: '0',
        dimension: 'model',
        group: 'bad-model',
        value: 1,
        count: 4,
        condition: 'error_rate above 0.5 over 5m',
      },
    });
    const { body } = await ask('GET', `alert-rules/${ruleId}`);
    expect(body.groups).toMatchObject([
      { group: 'bad-model', state: 'firing', value: 1, count: 4 },
      { group: 'good-model', state: 'ok', value: 0, count: 4 },
    ]);
  });

  it('say what a check would find, and tell nobody', async () => {
    const { body } = await ask('POST', `alert-rules/${ruleId}/test`);
    expect(body.readings).toMatchObject([
      { group: 'bad-model', outcome: 'breach' },
      { group: 'good-model', outcome: 'ok' },
    ]);
  });

  it('resolve when it is over; the history says both', async () => {
    await send(10, 'bad-model');
    await expect
      .poll(() => receiver.received.map(({ action }) => action), WAIT)
      .toEqual(['fired', 'fired', 'resolved']);
    expect(receiver.received.at(-1)).toMatchObject({
      isSigned: true,
      data: { group: 'bad-model', count: 14 },
    });
    const history = await ask('GET', `alert-rules/${ruleId}/history?limit=1`);
    expect(history.body.changes).toMatchObject([
      { group: 'bad-model', previous_state: 'firing', state: 'ok', event: 'alert.resolved' },
    ]);
    const more = await ask('GET', `alert-rules/${ruleId}/history?page_token=${history.body.next_page_token}`);
    expect(more.body.changes).toMatchObject([{ state: 'firing', event: 'alert.fired', value: 1 }]);
  });

  it('go to the webhooks that a rule names alone, and end when the rule is switched off', async () => {
    const other = await startWebhookReceiver('');
    const webhook = { name: 'other', url: other.url, events: ['prompt.created'] };
    const { id } = (await ask('POST', 'webhooks', webhook)).body;
    const named = {
      experiment_id: '0',
      name: 'traffic',
      measure: 'count',
      window: '5m',
      condition: { type: 'change', direction: 'up', by: 50, unit: 'percent', baseline: 'day_before' },
      webhook_ids: [id],
    };
    const created = await ask('POST', 'alert-rules', named);
    await expect.poll(() => other.received.map(({ action }) => action), WAIT).toEqual(['fired']);
    expect(other.received[0]?.data).toMatchObject({ value: 18, baseline: 0 });
    await ask('PATCH', `alert-rules/${created.body.id}`, { is_enabled: false });
    await expect.poll(() => other.received.map(({ action }) => action), WAIT).toEqual(['fired', 'resolved']);
    expect(receiver.received).toHaveLength(3);
    await other.stop();
  });

  it('are refused with what is wrong', async () => {
    const faults: readonly [object, number, RegExp][] = [
      [{ name: 'x', measure: 'speed' }, 400, /measure: .*is no measure/],
      [{ name: 'x', window: '1m' }, 400, /window: .*5m to 7d/],
      [{ name: 'x', measure: 'pass_rate' }, 400, /assessment: name the assessment/],
      [{ name: 'x', measure: 'time_to_first_token', view: 'traces' }, 400, /has no measure/],
      [{ name: 'x', filter: 'colour = 1' }, 400, /colour/],
      [{ name: 'x', experiment_id: '99' }, 404, /99/],
      [{ name: 'x', webhook_ids: ['00000000-0000-4000-8000-000000000000'] }, 400, /no webhook 0{8}/],
      [{}, 409, /too many errors.*already/],
    ];
    for (const [part, status, message] of faults) {
      const answer = await ask('POST', 'alert-rules', { ...rule, ...part });
      expect([answer.status, JSON.stringify(answer.body)]).toEqual([status, expect.stringMatching(message)]);
    }
    expect((await ask('GET', 'alert-rules/none')).status).toBe(404);
    expect(
      (await ask('POST', `webhooks/${webhookId}/test`, { event: 'alert.fired' })).body.is_delivered,
    ).toBe(true);
    expect((await ask('GET', 'alert-rules?limit=1')).body).toMatchObject({
      alert_rules: [{ name: 'traffic' }],
      next_page_token: expect.any(String),
    });
    expect((await ask('DELETE', `alert-rules/${ruleId}`)).status).toBe(204);
  });
});
