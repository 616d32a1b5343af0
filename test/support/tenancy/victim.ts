import { randomBytes } from 'node:crypto';
import { untilComplete } from '../api.ts';
import { makeSpan, newTraceId, sendSpans } from '../otlp.ts';
import type { BorrowedTarget } from '../shared-target.ts';

/** In every text of a victim, and nowhere else. */
export const MARKER = 'zanzibar';

/** What one workspace has, by what addresses and bodies call it. */
export interface Ids {
  readonly experiment: string;
  readonly trace: string;
  readonly span: string;
  readonly session: string;
  readonly assessment: string;
  readonly prompt: string;
  readonly run: string;
  readonly loggedModel: string;
  readonly dataset: string;
  readonly record: string;
  readonly scorer: string;
  readonly schedule: string;
  readonly evaluation: string;
  readonly alertRule: string;
  readonly issue: string;
  readonly labelSchema: string;
  readonly reviewQueue: string;
  readonly webhook: string;
  readonly forwardingTarget: string;
  readonly secret: string;
  readonly model: string;
  readonly endpoint: string;
  readonly apiKey: string;
  readonly hold: string;
  readonly erasure: string;
  readonly exportSchedule: string;
  readonly exportRun: string;
}

type Made = Readonly<Record<string, unknown>>;

/** Fills a workspace with one of each thing. */
export async function makeVictim(target: BorrowedTarget): Promise<Ids> {
  const send = (path: string, body: object): Promise<Made> => call(target.url, 'POST', path, body);
  const experiment = target.experimentId;
  const name = `${MARKER}-${randomBytes(4).toString('hex')}`;
  const of = { experiment_id: experiment, name };
  const trace = newTraceId();
  const span = makeSpan({ traceId: trace, name: MARKER, attributes: { 'session.id': name, secret: MARKER } });
  await sendSpans(target.otlpUrl, [span]);
  await untilComplete(target.url);
  const assessment = await send(`/api/v1/traces/${trace}/assessments`, { name: MARKER, value: true });
  await send('/api/v1/prompts', { name, description: MARKER });
  await send(`/api/v1/prompts/${name}/versions`, { template: MARKER });
  await call(target.url, 'PUT', `/api/v1/prompts/${name}/aliases/live`, { version: 1 });
  const run = await send('/api/v1/runs', of);
  await send(`/api/v1/runs/${textOf(run, 'run_id')}/log`, { params: { secret: MARKER } });
  const loggedModel = await send('/api/v1/logged-models', { ...of, tags: { secret: MARKER } });
  const dataset = await send('/api/v1/datasets', { name, experiment_ids: [experiment] });
  const datasetId = textOf(dataset, 'dataset_id');
  await send(`/api/v1/datasets/${datasetId}/records`, { records: [{ inputs: { question: MARKER } }] });
  const { records } = await call(target.url, 'GET', `/api/v1/datasets/${datasetId}/records`);
  const definition = { millrace_scorer: { kind: 'contains', parameters: { texts: [MARKER] } } };
  await send('/api/v1/scorers', { ...of, definition });
  const scorers = [{ name }];
  const schedule = await send('/api/v1/evaluation-schedules', {
    ...of,
    cron: '0 3 1 1 *',
    scorers,
    is_paused: true,
  });
  const evaluation = await send('/api/v1/evaluations', { ...of, trace_ids: [trace], scorers });
  const alertRule = await send('/api/v1/alert-rules', {
    ...of,
    measure: 'count',
    window: '1h',
    condition: { type: 'threshold', direction: 'above', threshold: 1_000_000 },
  });
  const issue = await send('/api/v1/issues', { ...of, description: MARKER });
  const input = { kind: 'pass_fail', positive_label: MARKER, negative_label: 'no' };
  const labelSchema = await send('/api/v1/label-schemas', { ...of, kind: 'feedback', input });
  const reviewQueue = await send('/api/v1/review-queues', of);
  await send(`/api/v1/review-queues/${textOf(reviewQueue, 'queue_id')}/items`, { trace_ids: [trace] });
  const hook = { name, url: 'https://hooks.example.com/x', events: ['prompt.created'], is_enabled: false };
  const webhook = await send('/api/v1/webhooks', hook);
  const forwardingTarget = await send('/api/v1/forwarding-targets', {
    experiment_id: experiment,
    url: `https://${MARKER}.example.com`,
    is_enabled: false,
  });
  const secret = await send('/api/v1/gateway/secrets', {
    name,
    provider: 'openai',
    values: { api_key: `sk-${MARKER}` },
  });
  const secretId = textOf(secret, 'secret_id');
  const model = await send('/api/v1/gateway/models', {
    name,
    provider: 'openai',
    model: MARKER,
    secret_id: secretId,
  });
  const models = [{ model_id: textOf(model, 'model_id') }];
  const endpoint = await send('/api/v1/gateway/endpoints', { name, models });
  const apiKey = await send('/api/v1/api-keys', { name });
  const hold = await send('/api/v1/legal-holds', {
    experiment_id: experiment,
    user_id: `nobody of ${MARKER}`,
    reason: MARKER,
  });
  const erasure = await send('/api/v1/erasures', { user_id: `another of ${MARKER}`, reason: MARKER });
  const exports = await send('/api/v1/export-schedules', { ...of, every: 'day', is_enabled: false });
  const exportSchedule = textOf(exports, 'schedule_id');
  const day = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' };
  const { runs } = await send(`/api/v1/export-schedules/${exportSchedule}/runs`, day);
  return {
    experiment,
    trace,
    span: span.spanId,
    session: name,
    assessment: textOf(assessment, 'assessment_id'),
    prompt: name,
    run: textOf(run, 'run_id'),
    loggedModel: textOf(loggedModel, 'model_id'),
    dataset: datasetId,
    record: textOf((records as Made[])[0] ?? {}, 'dataset_record_id'),
    scorer: name,
    schedule: textOf(schedule, 'schedule_id'),
    evaluation: textOf(evaluation, 'evaluation_id'),
    alertRule: textOf(alertRule, 'id'),
    issue: textOf(issue, 'issue_id'),
    labelSchema: textOf(labelSchema, 'schema_id'),
    reviewQueue: textOf(reviewQueue, 'queue_id'),
    webhook: textOf(webhook, 'id'),
    forwardingTarget: textOf(forwardingTarget, 'id'),
    secret: secretId,
    model: textOf(model, 'model_id'),
    endpoint: textOf(endpoint, 'endpoint_id'),
    apiKey: textOf(apiKey, 'key_id'),
    hold: textOf(hold, 'hold_id'),
    erasure: textOf(erasure, 'erasure_id'),
    exportSchedule,
    exportRun: textOf((runs as Made[])[0] ?? {}, 'run_id'),
  };
}

/** Ids of the same shape that nothing has. */
export function idsOfNothing(ids: Ids): Ids {
  const other = (id: string): string =>
    id.replace(MARKER, 'nowhere').replace(/[0-9a-f]{8}$/i, () => randomBytes(4).toString('hex'));
  const entries = Object.entries(ids).map(([kind, id]: [string, string]) => [kind, other(id)]);
  return {
    ...(Object.fromEntries(entries) as unknown as Ids),
    experiment: '1999999999',
    apiKey: 'AAAAAAAAAAAA',
  };
}

export interface Answer {
  readonly status: number;
  readonly text: string;
}

export async function ask(url: string, method: string, path: string, body?: unknown): Promise<Answer> {
  const response = await fetch(`${url}${path}`, {
    method,
    ...(body !== undefined && {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
    }),
  });
  return { status: response.status, text: await response.text() };
}

async function call(url: string, method: string, path: string, body?: object): Promise<Made> {
  const { status, text } = await ask(url, method, path, body);
  if (status >= 300) throw new Error(`${method} ${path}: ${status} ${text}`);
  return (text === '' ? {} : JSON.parse(text)) as Made;
}

function textOf(made: Made, field: string): string {
  const value = made[field];
  if (typeof value !== 'string') throw new Error(`no ${field} in ${JSON.stringify(made)}`);
  return value;
}
