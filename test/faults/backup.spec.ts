import { appendFileSync, chmodSync, mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runCommand } from '../support/commands.ts';
import { startFakeLlm, type FakeLlm } from '../support/fake-llm/fake-llm.ts';
import { LedgerLoad } from '../support/ledger.ts';
import { untilAcknowledging } from '../support/check-ledger.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';
import { startStandalone, type RunningStandalone } from '../support/standalone.ts';
import { containsScorer } from '../support/evaluations.ts';

const PASSWORD = 'correct horse battery';
const LARGE = 'large '.repeat(20_000);
const FILE = 'kept in chunks';

interface Made {
  readonly traceId: string;
  readonly runId: string;
  readonly evaluationId: string;
  readonly apiKey: string;
}

let folder: string;
let source: RunningStandalone;
let restored: RunningStandalone | undefined;
let llm: FakeLlm;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'millrace-backup-'));
  chmodSync(folder, 0o711);
  [source, llm] = await Promise.all([startStandalone({ dataDir: join(folder, 'source') }), startFakeLlm()]);
}, 180_000);

afterAll(async () => {
  await Promise.all([source?.stop(), restored?.stop(), llm?.stop()]);
  rmSync(folder, { recursive: true, force: true });
});

describe('a backup of a running standalone', () => {
  it('has all that was acknowledged before it began, once, and can be gone on with', async () => {
    const made = await makeOneOfEach();
    const load = new LedgerLoad(source.otlpUrl, { connections: 2, pauseMs: 10 });
    await untilAcknowledging(load);
    const before = [...load.acknowledged];
    const backup = join(folder, 'backup');
    expect(await runCommand(['backup', backup, `--data-dir=${source.dataDir}`])).toMatchObject({ code: 0 });
    await untilAcknowledging(load);
    await load.stop();
    expect(load.unexpected).toEqual([]);
    await source.stop();

    const dataDir = join(folder, 'restored');
    expect(await runCommand(['restore', backup, dataDir])).toMatchObject({ code: 0 });
    restored = await startStandalone({ dataDir, environment: { MILLRACE_AUTHENTICATION: 'on' } });
    const key = { authorization: `Bearer ${made.apiKey}` };
    await expectOneOfEach(made, key);
    const counts = await spanCounts(key);
    const ids = counts.map(([id]) => id);
    expect(new Set(ids).size, 'a trace is listed once').toBe(ids.length);
    const whole = new Set(counts.flatMap(([id, count]) => (count === load.spansPerTrace ? [id] : [])));
    expect(before.filter((id) => !whole.has(id))).toEqual([]);
    expect(counts.filter(([, count]) => count > load.spansPerTrace)).toEqual([]);
    await expectMoreOf(before[0] ?? '', key);
  }, 400_000);

  it('is refused when a file of it was changed, naming the file, and leaves nothing behind', async () => {
    const backup = join(folder, 'backup');
    const log = readdirSync(join(backup, 'log')).find((name) => name.endsWith('.segment')) ?? '';
    const path = join(backup, 'log', log);
    expect(statSync(path).size).toBeGreaterThan(0);
    appendFileSync(path, 'x');
    const { code, stderr } = await runCommand(['restore', backup, join(folder, 'never')]);
    expect(code).toBe(1);
    expect(stderr).toContain(path);
    expect(readdirSync(folder).filter((name) => name.includes('never'))).toEqual([]);
  }, 120_000);

  it('overwrites nothing', async () => {
    const backup = join(folder, 'backup');
    const again = await runCommand(['backup', backup, `--data-dir=${join(folder, 'source')}`]);
    expect([again.code, again.stderr]).toEqual([1, expect.stringContaining('is there already')]);
    const over = await runCommand(['restore', backup, join(folder, 'source')]);
    expect([over.code, over.stderr]).toEqual([1, expect.stringContaining('is not empty')]);
  }, 120_000);
});

async function makeOneOfEach(): Promise<Made> {
  const traceId = newTraceId();
  const attributes = { large: LARGE, 'mlflow.spanInputs': '"this?"', 'mlflow.spanOutputs': '"it is"' };
  await sendSpans(source.otlpUrl, [makeSpan({ traceId, name: 'large', attributes })]);
  await call(source.url, 'GET', '/api/v1/freshness?consistency=strong');
  await call(source.url, 'POST', '/api/v1/prompts', { body: { name: 'greeting' } });
  await call(source.url, 'POST', '/api/v1/prompts/greeting/versions', {
    body: { template: 'Greet {{name}}.' },
  });
  const run = await call(source.url, 'POST', '/api/v1/runs', { body: { experiment_id: '0', name: 'kept' } });
  const runId = String(run['run_id']);
  await fetch(fileOf(source.url, runId), { method: 'PUT', body: FILE });
  const evaluation = await call(source.url, 'POST', '/api/v1/evaluations', {
    body: {
      experiment_id: '0',
      trace_ids: [traceId],
      scorers: [containsScorer('contains', 'i')],
    },
  });
  const evaluationId = String(evaluation['evaluation_id']);
  await expect
    .poll(() => call(source.url, 'GET', `/api/v1/evaluations/${evaluationId}`), { timeout: 90_000 })
    .toMatchObject({ state: 'finished' });
  await call(source.url, 'POST', '/api/v1/gateway/secrets', {
    body: {
      name: 'openai',
      provider: 'openai',
      values: { api_key: 'sk-kept' },
      settings: { api_base: llm.url },
    },
  });
  await call(source.url, 'POST', '/api/v1/users', { body: { name: 'ada', password: PASSWORD } });
  await call(source.url, 'PUT', '/api/v1/members/ada', { body: { role: 'admin' } });
  const key = await call(source.url, 'POST', '/api/v1/api-keys', { body: { name: 'kept', role: 'editor' } });
  return { traceId, runId, evaluationId, apiKey: String(key['api_key']) };
}

async function expectOneOfEach(made: Made, headers: Record<string, string>): Promise<void> {
  const { url = '' } = restored ?? {};
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

/** A trace of before the backup takes one more span: new records are newer than all that was restored. */
async function expectMoreOf(traceId: string, headers: Record<string, string>): Promise<void> {
  const { url = '', otlpUrl = '' } = restored ?? {};
  await sendSpans(otlpUrl, [makeSpan({ traceId, name: 'later' })], headers);
  const path = `/api/v1/traces/${traceId}?consistency=strong`;
  expect(await call(url, 'GET', path, { headers })).toMatchObject({
    trace: { span_count: 5 },
    spans: expect.arrayContaining([expect.objectContaining({ name: 'later' })]),
  });
}

async function spanCounts(headers: Record<string, string>): Promise<[string, number][]> {
  const counts: [string, number][] = [];
  let token = '';
  do {
    const more = token === '' ? '' : `&page_token=${encodeURIComponent(token)}`;
    const path = `/api/v1/traces?experiment_id=0&limit=500${more}`;
    const page = await call(restored?.url ?? '', 'GET', path, { headers });
    for (const trace of page['traces'] as { trace_id: string; span_count: number }[])
      counts.push([trace.trace_id, trace.span_count]);
    token = String(page['next_page_token'] ?? '');
  } while (token !== '');
  return counts;
}

function fileOf(url: string, runId: string): string {
  return `${url}/api/2.0/mlflow-artifacts/artifacts/0/${runId}/artifacts/kept.txt`;
}

interface Request {
  readonly body?: object | undefined;
  readonly headers?: Record<string, string> | undefined;
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
