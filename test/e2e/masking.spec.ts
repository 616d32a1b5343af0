import { readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { getJson, untilComplete } from '../support/api.ts';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

const MASKED = '[masked:mail]';
const JSON_TYPE = { 'content-type': 'application/json' };
const RULES = [
  { name: 'mail', kind: 'pii', pii: ['email'] },
  {
    name: 'order',
    kind: 'pattern',
    pattern: String.raw`ORDER-[0-9a-z]+`,
    ignore_case: true,
    mask_names: true,
  },
  { name: 'password', kind: 'key', keys: ['password', '*.secret'], action: 'hash' },
];

describe.each(TOPOLOGIES)('masking in $name', (topology) => {
  const startedAt = Date.now();
  /** Found nowhere but where it got through. */
  const word = `needle${newTraceId().slice(0, 12)}`;
  const secrets = { mail: `${word}@example.com`, order: `ORDER-${word}`, password: `pw${word}` };
  const secret = `${secrets.mail} of ${secrets.order}`;
  let target: BorrowedTarget;
  let id: string;
  const traceId = newTraceId();
  const told = newTraceId();

  const ask = (method: string, path: string, body?: unknown) =>
    fetch(`${target.url}${path}`, {
      method,
      headers: JSON_TYPE,
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
  const done = async (answer: Promise<Response>): Promise<string> => {
    const { status, text } = await answer.then(async (own) => ({
      status: own.status,
      text: await own.text(),
    }));
    if (status >= 300) throw new Error(`${status} ${text}`);
    return text;
  };
  const rules = (experiment: string) => `/api/v1/experiments/${experiment}/masking-rules`;

  beforeAll(async () => {
    target = await borrowTarget(topology);
    const created = JSON.parse(
      await done(ask('POST', '/api/v1/experiments', { name: `masked ${newTraceId()}` })),
    ) as {
      experiment_id: string;
    };
    id = created.experiment_id;
    await done(ask('PUT', rules(id), { rules: RULES }));
    // Until every instance has heard of them: spans that name nothing secret tell.
    await vi.waitUntil(probe, { timeout: 60_000, interval: 500 });
  }, 240_000);

  afterAll(() => target?.stop());

  /** Whether all processes mask: probes that were stored in the clear say nothing of the needle. */
  async function probe(): Promise<boolean> {
    const probeId = newTraceId();
    await sendSpans(target.otlpUrl, [makeSpan({ traceId: probeId, name: 'probe@example.org' })], {
      'x-mlflow-experiment-id': id,
    });
    const info = {
      trace_info: {
        trace_id: `tr-${probeId}`,
        trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: id } },
        request_time: new Date().toISOString(),
        state: 'OK',
        request_preview: 'probe@example.org',
      },
    };
    const started = await done(ask('POST', '/api/3.0/mlflow/traces', { trace: info }));
    const stored = await done(ask('GET', `/api/v1/traces/${probeId}?consistency=strong`));
    return !started.includes('probe@') && !stored.includes('probe@');
  }

  it('takes what it finds out of everything that comes in', async () => {
    const headers = { 'x-mlflow-experiment-id': id };
    const root = makeSpan({
      traceId,
      name: `mail ${secret}`,
      statusMessage: secret,
      attributes: {
        'mlflow.spanInputs': JSON.stringify({ messages: [{ content: secret }], password: secrets.password }),
        'app.secret': secrets.password,
        large: `${'x '.repeat(40_000)}${secret}${' y'.repeat(150_000)}`,
      },
      events: [{ timeUnixNano: 1n, name: 'exception', attributes: new Map([['exception.message', secret]]) }],
      origin: { resource: new Map([['owner', secret]]), scopeName: 'e2e', scopeVersion: '1' },
    });
    await sendSpans(target.otlpUrl, [root], headers);
    const body = { kvlistValue: { values: [{ key: 'content', value: { stringValue: secret } }] } };
    const record = { traceId, spanId: root.spanId, eventName: 'gen_ai.user.message', body };
    const logs = JSON.stringify({ resourceLogs: [{ scopeLogs: [{ logRecords: [record] }] }] });
    await done(
      fetch(`${target.otlpUrl}/v1/logs`, {
        method: 'POST',
        headers: { ...JSON_TYPE, ...headers },
        body: logs,
      }),
    );
    const start = {
      trace_info: {
        trace_id: `tr-${told}`,
        trace_location: { type: 'MLFLOW_EXPERIMENT', mlflow_experiment: { experiment_id: id } },
        request_time: new Date().toISOString(),
        state: 'OK',
        client_request_id: secret,
        request_preview: secret,
        response_preview: `{"cut": "${secret}`,
        tags: { owner: secret, [`of ${secrets.mail}`]: 'x', password: secrets.password },
        trace_metadata: { note: secret },
        assessments: [
          {
            assessment_name: 'good',
            trace_id: `tr-${told}`,
            source: { source_type: 'HUMAN', source_id: 'me' },
            feedback: { value: secret },
            rationale: secret,
          },
        ],
      },
    };
    expect(await done(ask('POST', '/api/3.0/mlflow/traces', { trace: start }))).toContain(MASKED);
    await done(ask('PATCH', `/api/3.0/mlflow/traces/tr-${told}/tags`, { key: 'late', value: secret }));
    const assessed = `/api/3.0/mlflow/traces/tr-${told}/assessments`;
    const assessment = {
      assessment_name: 'later',
      trace_id: `tr-${told}`,
      source: { source_type: 'HUMAN', source_id: 'me' },
      expectation: { value: { answer: secret } },
      metadata: { note: secret },
    };
    await done(ask('POST', assessed, { assessment }));
  }, 120_000);

  it('shows it nowhere', async () => {
    await untilComplete(target.url);
    const strong = 'consistency=strong';
    const answers = await Promise.all([
      done(ask('GET', `/api/v1/traces/${traceId}?${strong}`)),
      done(ask('GET', `/api/v1/traces/${told}?${strong}`)),
      done(ask('GET', `/api/v1/traces?experiment_id=${id}&${strong}`)),
      done(ask('GET', `/api/v1/spans?experiment_id=${id}&${strong}`)),
      done(ask('GET', `/api/3.0/mlflow/traces/tr-${told}`)),
      done(ask('GET', `/api/3.0/mlflow/get-trace-artifact?request_id=tr-${traceId}`)),
      done(ask('GET', `/api/v1/suggestions?field=tags&experiment_id=${id}`)),
      done(ask('POST', '/api/v1/sql', { query: 'SELECT * FROM spans' })),
      done(ask('POST', '/api/v1/sql', { query: 'SELECT * FROM traces' })),
    ]);
    for (const answer of answers) expect(answer).not.toContain(word);
    expect(answers[0]).toContain(MASKED);
    expect(answers[1]).toContain(MASKED);
    expect(answers[5]).toContain(MASKED);
    const folders = await dataFolders(target);
    expect(folders).toHaveLength(topology.name === 'standalone' ? 1 : 0);
    for (const folder of folders) {
      expect(await filesWith(folder, word, startedAt)).toEqual([]);
      // Texts stand there as they are: the search would have found it.
      expect(await filesWith(folder, MASKED, startedAt)).not.toEqual([]);
    }
  }, 120_000);

  it('counts what was masked, once however often it was sent', async () => {
    const span = makeSpan({ traceId: newTraceId(), attributes: { text: `${secret} and ${secrets.mail}` } });
    const counts = () =>
      getJson<{ masked_spans: number; rules: { rule: string; values: number }[] }>(
        `${target.url}/api/v1/masking-counts?experiment_id=${id}&consistency=strong`,
      );
    const before = await counts();
    for (let time = 0; time < 2; time += 1)
      await sendSpans(target.otlpUrl, [span], { 'x-mlflow-experiment-id': id });
    const after = await counts();
    const times = (counted: typeof after, rule: string): number =>
      counted.rules.find((own) => own.rule === rule)?.values ?? 0;
    expect(after.masked_spans - before.masked_spans).toBe(1);
    expect(times(after, 'mail') - times(before, 'mail')).toBe(2);
    expect(times(after, 'order') - times(before, 'order')).toBe(1);
    expect(times(after, 'password')).toBeGreaterThanOrEqual(2);
  }, 60_000);

  it('has rules that are tried, and refused with the place of the fault', async () => {
    const text = JSON.stringify({ password: 'x', to: 'a@b.com' });
    const tried = JSON.parse(await done(ask('POST', `${rules(id)}/try`, { text }))) as {
      text: string;
      counts: object;
    };
    expect(tried.text).toMatch(/^\{"password":"\[masked:password:[a-p]{16}\]","to":"\[masked:mail\]"\}$/);
    expect(tried.counts).toEqual({ password: 1, mail: 1 });
    for (const rule of [
      { name: 'x', kind: 'pattern', pattern: '(' },
      { name: 'x', kind: 'pattern', pattern: '(?=a)' },
      { name: 'x', kind: 'pattern' },
      { name: 'x', kind: 'pii', pii: ['nonsense'] },
      { name: 'x', kind: 'key', keys: ['a'], pattern: 'b' },
      { name: '1 x', kind: 'key', keys: ['a'] },
    ])
      expect((await ask('PUT', rules(id), { rules: [rule] })).status, JSON.stringify(rule)).toBe(400);
    const twice = { name: 'x', kind: 'key', keys: ['a'] };
    expect((await ask('PUT', rules(id), { rules: [twice, twice] })).status).toBe(400);
    expect((await ask('GET', rules('987654'))).status).toBe(404);
    const { rules: set } = await getJson<{ rules: object[] }>(`${target.url}${rules(id)}`);
    expect(set).toMatchObject(RULES);
  });

  it('leaves other experiments as they are', async () => {
    const span = makeSpan({ name: 'mail a@b.com', attributes: { password: 'x' } });
    await sendSpans(target.otlpUrl, [span]);
    const stored = await done(ask('GET', `/api/v1/traces/${span.traceId}?consistency=strong`));
    expect(stored).toContain('mail a@b.com');
  });
});

/** Where a standalone keeps everything; the services of a fleet keep nothing in files. */
async function dataFolders({ pids }: BorrowedTarget): Promise<string[]> {
  const lines = await Promise.all(
    pids.map((pid) => readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => '')),
  );
  return lines.flatMap((line) => /--data-dir=([^\0]+)/.exec(line)?.[1] ?? []);
}

/** Files changed since then that hold the word, as text of either width. */
async function filesWith(folder: string, word: string, sinceMs: number): Promise<string[]> {
  const found: string[] = [];
  const needles = [
    Buffer.from(word),
    Buffer.from(word, 'utf16le'),
    Buffer.from(Buffer.from(word).toString('hex')),
  ];
  for (const name of await readdir(folder, { recursive: true })) {
    const path = join(folder, name);
    const facts = await stat(path).catch(() => undefined);
    if (!facts?.isFile() || facts.mtimeMs < sinceMs) continue;
    const bytes = await readFile(path).catch(() => Buffer.alloc(0));
    if (needles.some((needle) => bytes.includes(needle))) found.push(name);
  }
  return found;
}
