import { expect } from 'vitest';
import { containsScorer } from './evaluations.ts';
import { makeSpan, newTraceId, sendSpans } from './otlp.ts';
import type { RunningTarget } from './standalone.ts';

const PASSWORD = 'correct horse battery';
const LARGE = 'large '.repeat(20_000);
const FILE = 'kept in chunks';

type Target = Pick<RunningTarget, 'url' | 'otlpUrl'>;

/** One of each thing that a backup has to have. */
export interface OneOfEach {
  readonly traceId: string;
  readonly runId: string;
  readonly evaluationId: string;
  readonly apiKey: string;
}

/** By a Millrace where nobody has to sign in. */
export async function makeOneOfEach({ url, otlpUrl }: Target, llmUrl: string): Promise<OneOfEach> {
  const traceId = newTraceId();
  const attributes = { large: LARGE, 'mlflow.spanInputs': '"this?"', 'mlflow.spanOutputs': '"it is"' };
  await sendSpans(otlpUrl, [makeSpan({ traceId, name: 'large', attributes })]);
  await call(url, 'GET', '/api/v1/freshness?consistency=strong');
  await call(url, 'POST', '/api/v1/prompts', { body: { name: 'greeting' } });
  await call(url, 'POST', '/api/v1/prompts/greeting/versions', {
    body: { template: 'Greet {{name}}.' },
  });
  const run = await call(url, 'POST', '/api/v1/runs', { body: { experiment_id: '0', name: 'kept' } });
  const runId = String(run['run_id']);
  await fetch(fileOf(url, runId), { method: 'PUT', body: FILE });
  const evaluation = await call(url, 'POST', '/api/v1/evaluations', {
    body: {
      experiment_id: '0',
      trace_ids: [traceId],
      scorers: [containsScorer('contains', 'i')],
    },
  });
  const evaluationId = String(evaluation['evaluation_id']);
  await expect
    .poll(() => call(url, 'GET', `/api/v1/evaluations/${evaluationId}`), { timeout: 90_000 })
    .toMatchObject({ state: 'finished' });
  await call(url, 'POST', '/api/v1/gateway/secrets', {
    body: {
      name: 'openai',
      provider: 'openai',
      values: { api_key: 'sk-kept' },
      settings: { api_base: llmUrl },
    },
  });
  await call(url, 'POST', '/api/v1/users', { body: { name: 'ada', password: PASSWORD } });
  await call(url, 'PUT', '/api/v1/members/ada', { body: { role: 'admin' } });
  const key = await call(url, 'POST', '/api/v1/api-keys', { body: { name: 'kept', role: 'editor' } });
  return { traceId, runId, evaluationId, apiKey: String(key['api_key']) };
}

/** They are all there, and work: in a Millrace where whoever calls signs in. */
export async function expectOneOfEach({ url }: Target, made: OneOfEach): Promise<void> {
  const headers = keyOf(made);
  const get = (path: string) => call(url, 'GET', path, { headers });
  await expect
    .poll(() => get('/api/v1/freshness?consistency=strong'), { timeout: 60_000 })
    .toMatchObject({ is_complete: true });
  expect(JSON.stringify(await get(`/api/v1/traces/${made.traceId}`))).toContain('large');
  const [span] = (await get(`/api/v1/traces/${made.traceId}`))['spans'] as { span_id: string }[];
  const large = `/api/v1/traces/${made.traceId}/spans/${span?.span_id}/attributes/large`;
  expect(await (await fetch(url + large, { headers })).text()).toContain(LARGE);
  expect(JSON.stringify(await get(`/api/v1/traces/${made.traceId}/assessments`))).toContain('contains');
  expect(await get('/api/v1/prompts/greeting/versions/1')).toMatchObject({ template: 'Greet {{name}}.' });
  expect(await (await fetch(fileOf(url, made.runId), { headers })).text()).toBe(FILE);
  expect(await get(`/api/v1/evaluations/${made.evaluationId}`)).toMatchObject({
    state: 'finished',
    ledger: { sampled: 1, scored: 1 },
  });
  const messages = [{ role: 'user', content: 'Greet the pangolin.' }];
  expect(
    await call(url, 'POST', '/api/v1/playground/completions', { body: { messages }, headers }),
  ).toHaveProperty('text');
  const password = Buffer.from(`ada:${PASSWORD}`).toString('base64');
  expect(
    (await fetch(`${url}/api/v1/api-keys`, { headers: { authorization: `Basic ${password}` } })).status,
  ).toBe(200);
}

interface Expected {
  readonly made: OneOfEach;
  /** Traces that have to be there whole; of others there may be a part. */
  readonly traceIds: readonly string[];
  readonly spansPerTrace: number;
}

/** Nothing lost, nothing twice, and what comes next is stored. */
export async function expectLedger(
  target: Target,
  { made, traceIds, spansPerTrace }: Expected,
): Promise<void> {
  const counts = await spanCounts(target.url, keyOf(made));
  const ids = counts.map(([id]) => id);
  expect(new Set(ids).size, 'a trace is listed once').toBe(ids.length);
  const whole = new Set(counts.flatMap(([id, count]) => (count === spansPerTrace ? [id] : [])));
  expect(traceIds.filter((id) => !whole.has(id))).toEqual([]);
  expect(counts.filter(([, count]) => count > spansPerTrace)).toEqual([]);
  await expectMoreOf(target, traceIds[0] ?? '', keyOf(made));
  await expectNewerWord(target, made);
}

/** What is said of a trace late in a log, so that it is newest unless what comes next counts as later. */
export async function tagTrace(
  { url }: Target,
  { traceId }: OneOfEach,
  stage: string,
  headers: Headers = {},
): Promise<void> {
  await call(url, 'POST', '/api/v1/traces/tags', {
    body: { trace_ids: [traceId], tags: { stage } },
    headers,
  });
}

/** New records are newer than all that was restored. */
async function expectNewerWord(target: Target, made: OneOfEach): Promise<void> {
  const headers = keyOf(made);
  const path = `/api/v1/traces/${made.traceId}?consistency=strong`;
  const restored = await call(target.url, 'GET', path, { headers });
  expect(restored).toMatchObject({ trace: { tags: { stage: 'backed up' } } });
  await tagTrace(target, made, 'restored', headers);
  const tagged = await call(target.url, 'GET', path, { headers });
  expect(tagged).toMatchObject({ trace: { tags: { stage: 'restored' } } });
}

/** A trace of before the backup takes one more span. */
async function expectMoreOf({ url, otlpUrl }: Target, traceId: string, headers: Headers): Promise<void> {
  await sendSpans(otlpUrl, [makeSpan({ traceId, name: 'later' })], headers);
  const path = `/api/v1/traces/${traceId}?consistency=strong`;
  expect(await call(url, 'GET', path, { headers })).toMatchObject({
    trace: { span_count: 5 },
    spans: expect.arrayContaining([expect.objectContaining({ name: 'later' })]),
  });
}

async function spanCounts(url: string, headers: Headers): Promise<[string, number][]> {
  const counts: [string, number][] = [];
  let token = '';
  do {
    const more = token === '' ? '' : `&page_token=${encodeURIComponent(token)}`;
    const path = `/api/v1/traces?experiment_id=0&limit=500${more}`;
    const page = await call(url, 'GET', path, { headers });
    for (const trace of page['traces'] as { trace_id: string; span_count: number }[])
      counts.push([trace.trace_id, trace.span_count]);
    token = String(page['next_page_token'] ?? '');
  } while (token !== '');
  return counts;
}

function keyOf({ apiKey }: OneOfEach): Headers {
  return { authorization: `Bearer ${apiKey}` };
}

function fileOf(url: string, runId: string): string {
  return `${url}/api/2.0/mlflow-artifacts/artifacts/0/${runId}/artifacts/kept.txt`;
}

type Headers = Readonly<Record<string, string>>;

interface Request {
  readonly body?: object | undefined;
  readonly headers?: Headers | undefined;
}

async function call(
  url: string,
  method: string,
  path: string,
  { body, headers }: Request = {},
): Promise<Record<string, unknown>> {
  const response = await fetch(url + path, {
    method,
    headers: { ...headers, ...(body && { 'content-type': 'application/json' }) },
    ...(body && { body: JSON.stringify(body) }),
  });
  const text = await response.text();
  if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text.slice(0, 500)}`);
  return JSON.parse(text === '' ? '{}' : text) as Record<string, unknown>;
}
