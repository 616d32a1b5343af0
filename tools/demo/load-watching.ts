import { CHECK_NAMES } from './load-evaluations.ts';
import { answer, type DemoTarget } from './demo-target.ts';

const SCHEDULE = 'Every night';
const RULE = 'Too many errors';
const WEBHOOK = 'demo-on-call';

/** A schedule (paused), a rule of alerts, and a webhook (off, so nobody is told anything). */
export async function loadWatching({ api }: DemoTarget, experimentId: string): Promise<void> {
  const query = { experiment_id: experimentId };
  const { schedules } = await answer(api.GET('/api/v1/evaluation-schedules', { params: { query } }));
  if (!schedules.some(({ name }) => name === SCHEDULE)) await addSchedule(api, experimentId);
  const { webhooks } = await answer(api.GET('/api/v1/webhooks'));
  const webhook = webhooks.find(({ name }) => name === WEBHOOK) ?? (await addWebhook(api));
  const { alert_rules: rules } = await answer(
    api.GET('/api/v1/alert-rules', { params: { query: { experiment_id: Number(experimentId) } } }),
  );
  if (!rules.some(({ name }) => name === RULE)) await addRule(api, experimentId, webhook.id);
}

function addSchedule(api: DemoTarget['api'], experimentId: string) {
  return answer(
    api.POST('/api/v1/evaluation-schedules', {
      body: {
        experiment_id: experimentId,
        name: SCHEDULE,
        cron: '30 2 * * *',
        time_zone: 'Europe/Berlin',
        window: 'previous-day',
        filter: "status = 'OK'",
        sample_rate: 0.5,
        seed: '',
        max_traces: 500,
        scorers: CHECK_NAMES.map((name) => ({ name })),
        is_paused: true,
      },
    }),
  );
}

function addWebhook(api: DemoTarget['api']) {
  return answer(
    api.POST('/api/v1/webhooks', {
      body: {
        name: WEBHOOK,
        description: 'Made by npm run demo; switched off',
        url: 'https://on-call.trailshop.example/millrace',
        events: ['alert.fired', 'alert.resolved'],
        secret: '',
        is_enabled: false,
      },
    }),
  );
}

function addRule(api: DemoTarget['api'], experimentId: string, webhookId: string) {
  return answer(
    api.POST('/api/v1/alert-rules', {
      body: {
        experiment_id: experimentId,
        name: RULE,
        description: 'Made by npm run demo',
        is_enabled: true,
        webhook_ids: [webhookId],
        measure: 'error_rate',
        filter: '',
        dimension: 'service',
        window: '1h',
        condition: { type: 'threshold', direction: 'above', threshold: 0.2 },
        minimum_count: 5,
        consecutive_checks: 2,
      },
    }),
  );
}
