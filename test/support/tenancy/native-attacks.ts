import type { Operation } from '../openapi.ts';
import type { Ids } from './victim.ts';

/** What another workspace asks of a victim's things. */
export interface Attack {
  readonly method: string;
  readonly path: string;
  readonly body?: unknown;
}

/** Of the installation, or of whoever calls: no workspace has them. */
export const OF_NO_WORKSPACE: readonly RegExp[] = [
  /^\/api\/v1\/(users|members|workspaces|sign-in)(\/|$)/,
  /^\/api\/v1\/(health|freshness|built-in-scorers|jobs|audit-entries|dead-letters|model-prices)$/,
  /^\/api\/v1\/(jobs\/|dead-letters\/|evaluation-schedules\/fire-times)/,
];

const PARAMETERS: Readonly<Record<string, keyof Ids>> = {
  'alert-rules': 'alertRule',
  'api-keys': 'apiKey',
  datasets: 'dataset',
  erasures: 'erasure',
  'evaluation-schedules': 'schedule',
  evaluations: 'evaluation',
  experiments: 'experiment',
  'export-schedules': 'exportSchedule',
  'forwarding-targets': 'forwardingTarget',
  'gateway/endpoints': 'endpoint',
  'gateway/models': 'model',
  'gateway/secrets': 'secret',
  issues: 'issue',
  'label-schemas': 'labelSchema',
  'legal-holds': 'hold',
  'logged-models': 'loggedModel',
  prompts: 'prompt',
  retention: 'experiment',
  'review-queues': 'reviewQueue',
  runs: 'run',
  sessions: 'session',
  traces: 'trace',
  webhooks: 'webhook',
};

/** Values of the other parameters of addresses. */
const INNER: Readonly<Record<string, keyof Ids | { readonly text: string }>> = {
  trace_id: 'trace',
  span_id: 'span',
  assessment_id: 'assessment',
  delivery_id: 'webhook',
  run_id: 'exportRun',
  name: { text: 'manifest.json' },
  version: { text: '1' },
  alias: { text: 'live' },
  key: { text: 'secret' },
};

const scorers = (ids: Ids) => [{ name: ids.scorer }];
const LAST_DAY = { from: '2026-01-01T00:00:00Z', to: '2026-01-02T00:00:00Z' };
const NEW_VERSION = { template: 'changed' };

/** Bodies of what needs one, by operation; an operation that is not here sends `{}`. */
const BODIES: Readonly<Record<string, (ids: Ids) => object>> = {
  'PATCH /api/v1/experiments/{experiment_id}': () => ({ name: 'changed' }),
  'PUT /api/v1/api-keys/{key_id}/limits': () => ({ spans_per_day: 1 }),
  'PUT /api/v1/experiments/{id}/sampling': () => ({ share: 0.5 }),
  'PUT /api/v1/experiments/{id}/masking-rules': () => ({ rules: [] }),
  'POST /api/v1/experiments/{id}/masking-rules/try': () => ({ text: 'x' }),
  'PUT /api/v1/retention': () => ({ days: 3_000 }),
  'PUT /api/v1/retention/experiments/{experiment_id}': () => ({ days: 1 }),
  'POST /api/v1/retention/removals': ({ experiment }) => ({ experiment_id: experiment }),
  'POST /api/v1/legal-holds': ({ experiment }) => ({ experiment_id: experiment, reason: 'mine' }),
  'POST /api/v1/erasures': ({ session }) => ({ session_id: session, reason: 'mine' }),
  'POST /api/v1/export-schedules': ({ experiment }) => ({
    name: 'mine',
    experiment_id: experiment,
    every: 'day',
  }),
  'PATCH /api/v1/export-schedules/{schedule_id}': () => ({ name: 'changed' }),
  'POST /api/v1/export-schedules/{schedule_id}/runs': () => LAST_DAY,
  'PATCH /api/v1/prompts/{name}': () => ({ description: 'changed' }),
  'PUT /api/v1/prompts/{name}/aliases/{alias}': () => ({ version: 1 }),
  'PUT /api/v1/prompts/{name}/tags/{key}': () => ({ value: 'changed' }),
  'POST /api/v1/prompts/{name}/versions': () => NEW_VERSION,
  'PATCH /api/v1/prompts/{name}/versions/{version}': () => ({ commit_message: 'changed' }),
  'PUT /api/v1/prompts/{name}/versions/{version}/tags/{key}': () => ({ value: 'changed' }),
  'POST /api/v1/datasets/{id}/records': () => ({ records: [{ inputs: { question: 'changed' } }] }),
  'POST /api/v1/datasets/{id}/records/delete': ({ record }) => ({ record_ids: [record] }),
  'PATCH /api/v1/datasets/{id}': () => ({ tags: { changed: 'yes' } }),
  'PATCH /api/v1/runs/{id}': () => ({ name: 'changed' }),
  'POST /api/v1/runs/{id}/log': () => ({ params: { changed: 'yes' } }),
  'PATCH /api/v1/logged-models/{id}': () => ({ tags: { changed: 'yes' } }),
  'PATCH /api/v1/issues/{issue_id}': () => ({ name: 'changed' }),
  'PATCH /api/v1/label-schemas/{schema_id}': () => ({ name: 'changed' }),
  'PATCH /api/v1/review-queues/{queue_id}': () => ({ name: 'changed' }),
  'POST /api/v1/review-queues/{queue_id}/items': ({ trace }) => ({ trace_ids: [trace] }),
  'PUT /api/v1/review-queues/{queue_id}/items/{trace_id}/status': () => ({
    status: 'complete',
    completed_by: 'me',
  }),
  'POST /api/v1/traces/{trace_id}/assessments': () => ({ name: 'changed', value: true }),
  'PATCH /api/v1/traces/{trace_id}/assessments/{assessment_id}': () => ({ value: false }),
  'PATCH /api/v1/webhooks/{id}': () => ({ name: 'changed' }),
  'PATCH /api/v1/alert-rules/{id}': () => ({ name: 'changed' }),
  'PATCH /api/v1/evaluation-schedules/{schedule_id}': () => ({ name: 'changed' }),
  'PATCH /api/v1/forwarding-targets/{id}': () => ({ is_enabled: true }),
  'POST /api/v1/analytics/query': ({ experiment }) => ({ measures: ['count'], experiment_ids: [experiment] }),
  'POST /api/v1/alert-rules': ({ experiment }) => ({
    experiment_id: experiment,
    name: 'mine',
    measure: 'count',
    window: '1h',
    condition: { type: 'threshold', direction: 'above', threshold: 1 },
  }),
  'POST /api/v1/api-keys': ({ experiment }) => ({ name: 'mine', experiment_id: experiment }),
  'POST /api/v1/comparisons': ({ experiment, run, evaluation }) => ({
    experiment_id: experiment,
    baseline: { run_id: run },
    candidate: { evaluation_id: evaluation },
  }),
  'POST /api/v1/datasets': ({ experiment }) => ({ name: 'mine', experiment_ids: [experiment] }),
  'POST /api/v1/evaluation-schedules': (ids) => ({
    experiment_id: ids.experiment,
    name: 'mine',
    cron: '0 3 1 1 *',
    scorers: scorers(ids),
  }),
  'POST /api/v1/evaluations': (ids) => ({
    experiment_id: ids.experiment,
    dataset_id: ids.dataset,
    scorers: scorers(ids),
  }),
  'POST /api/v1/evaluations/estimate': (ids) => ({
    experiment_id: ids.experiment,
    trace_ids: [ids.trace],
    scorers: scorers(ids),
  }),
  'POST /api/v1/forwarding-targets': ({ experiment }) => ({
    experiment_id: experiment,
    url: 'https://a.example.com',
  }),
  'POST /api/v1/gateway/models': ({ secret }) => ({
    name: 'mine',
    provider: 'openai',
    model: 'gpt',
    secret_id: secret,
  }),
  'POST /api/v1/gateway/endpoints': ({ model }) => ({ name: 'mine', models: [{ model_id: model }] }),
  'POST /api/v1/issues': ({ experiment }) => ({
    experiment_id: experiment,
    name: 'mine',
    description: 'mine',
  }),
  'POST /api/v1/judge-agreement': ({ experiment, scorer }) => ({ experiment_id: experiment, scorer }),
  'POST /api/v1/label-schemas': ({ experiment }) => ({
    experiment_id: experiment,
    name: 'mine',
    kind: 'feedback',
    input: { kind: 'text' },
  }),
  'POST /api/v1/logged-models': ({ experiment }) => ({ experiment_id: experiment, name: 'mine' }),
  'POST /api/v1/playground/completions': ({ experiment, prompt }) => ({
    experiment_id: experiment,
    prompt: { name: prompt, version: 1 },
  }),
  'POST /api/v1/review-queues': ({ experiment }) => ({ experiment_id: experiment, name: 'mine' }),
  'POST /api/v1/review-queues/of-user': ({ experiment }) => ({ experiment_id: experiment, user: 'me' }),
  'POST /api/v1/runs': ({ experiment }) => ({ experiment_id: experiment, name: 'mine' }),
  'POST /api/v1/scorers': ({ experiment }) => ({
    experiment_id: experiment,
    name: 'mine',
    definition: { millrace_scorer: { kind: 'exact_match' } },
  }),
  'PUT /api/v1/scorers/online': ({ experiment, scorer }) => ({
    experiment_id: experiment,
    name: scorer,
    sample_rate: 1,
  }),
  'POST /api/v1/scorings': ({ trace, scorer }) => ({ trace_id: trace, scorer: { name: scorer } }),
  'POST /api/v1/sql': ({ trace }) => ({ query: `SELECT count() FROM traces WHERE trace_id = '${trace}'` }),
  'POST /api/v1/traces/delete': ({ trace }) => ({ trace_ids: [trace] }),
  'POST /api/v1/traces/tags': ({ trace }) => ({ trace_ids: [trace], tags: { changed: 'yes' } }),
  'POST /api/v1/model-prices/reprice': ({ experiment }) => ({ experiment_id: experiment }),
};

/** What names nobody's things: made in the caller's own workspace. */
const OF_THE_CALLER = [
  'POST /api/v1/prompts',
  'POST /api/v1/experiments',
  'POST /api/v1/webhooks',
  'POST /api/v1/gateway/secrets',
];

const NAMED_BY_QUERY: Readonly<Record<string, (ids: Ids) => string>> = {
  experiment_id: ({ experiment }) => experiment,
  evaluation_id: ({ evaluation }) => evaluation,
  name: ({ scorer }) => scorer,
  path: ({ experiment, run }) => `${experiment}/${run}/artifacts/model.txt`,
  folder: ({ experiment, run }) => `${experiment}/${run}/artifacts`,
  session: ({ session }) => session,
  trace_id: ({ trace }) => trace,
  field: () => 'name',
};

/** The attack by one operation of the OpenAPI document; undefined for what is of no workspace. Throws for one that the table can't ask. */
export function nativeAttack(
  method: string,
  template: string,
  { parameters = [] }: Operation,
  ids: Ids,
): Attack | undefined {
  const operation = `${method} ${template}`;
  if (OF_NO_WORKSPACE.some((path) => path.test(template)) || OF_THE_CALLER.includes(operation))
    return undefined;
  const asked = parameters.filter(({ in: place, name }) => place === 'query' && name in NAMED_BY_QUERY);
  const query = asked.map(({ name }) => `${name}=${encodeURIComponent(NAMED_BY_QUERY[name]?.(ids) ?? '')}`);
  const path = `${fill(template, ids)}${query.length > 0 ? `?${query.join('&')}` : ''}`;
  const body = BODIES[operation]?.(ids);
  const isChanging = method === 'POST' || method === 'PUT' || method === 'PATCH';
  const isAddressed = template.includes('{');
  if (isChanging && body === undefined && !isAddressed && !template.includes('artifacts')) {
    throw new Error(`${operation}: say in native-attacks.ts how another workspace would ask it`);
  }
  return { method, path, ...(isChanging && { body: body ?? {} }) };
}

/** What the parameters of an address stand for, by their names. Throws for one the tables don't know. */
export function parametersOf(template: string, ids: Ids): ReadonlyMap<string, string> {
  const [, resource = ''] = /^\/api\/v1\/((?:gateway\/)?[^/]+)/.exec(template) ?? [];
  const names = [...template.matchAll(/\{(\w+)\}/g)].map(([, name = '']) => name);
  return new Map(
    names.map((name, index) => {
      const own = PARAMETERS[resource];
      if (index === 0 && own !== undefined) return [name, ids[own]];
      const inner = INNER[name];
      if (inner === undefined) throw new Error(`${template}: say in native-attacks.ts what {${name}} is`);
      return [name, typeof inner === 'string' ? ids[inner] : inner.text];
    }),
  );
}

function fill(template: string, ids: Ids): string {
  const values = parametersOf(template, ids);
  return template.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(values.get(name) ?? ''));
}
