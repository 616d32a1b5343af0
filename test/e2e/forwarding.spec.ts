import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getJson } from '../support/api.ts';
import { startDistributed, type RunningDistributed } from '../support/distributed.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';
import { OtlpSink } from '../support/otlp-sink.ts';
import { startStandalone, type RunningStandalone, type RunningTarget } from '../support/standalone.ts';

const SETTINGS = { MILLRACE_FORWARDING_PRIVATE_TARGETS: 'true' };
const WAIT = { timeout: 40_000, interval: 200 };

interface Target {
  readonly id: string;
  readonly headers: Record<string, string>;
  readonly sent_spans: number;
  readonly failed_spans: number;
  readonly lag_records: number;
  readonly last_error?: string;
}

/** A topology whose forwarding process can be killed and started anew. */
interface Subject {
  readonly target: RunningTarget;
  restart(): Promise<void>;
}

async function standalone(): Promise<Subject> {
  const { mkdtempSync } = await import('node:fs');
  const dataDir = mkdtempSync('/tmp/millrace-forwarding-');
  let running: RunningStandalone = await startStandalone({ dataDir, environment: SETTINGS });
  const { ports } = running;
  return {
    get target() {
      return running;
    },
    restart: async () => {
      await running.kill();
      running = await startStandalone({ dataDir, ports, environment: SETTINGS });
    },
  };
}

async function distributed(): Promise<Subject> {
  const running: RunningDistributed = await startDistributed({ environment: SETTINGS });
  return {
    target: running,
    restart: async () => {
      await running.services.writer.kill();
      await running.services.writer.restart();
    },
  };
}

describe.each([
  { name: 'standalone', start: standalone },
  { name: 'distributed', start: distributed },
])('forwarding in $name', ({ start }) => {
  let subject: Subject;
  let sink: OtlpSink;
  let id = '';

  beforeAll(async () => {
    sink = await OtlpSink.start();
    subject = await start();
  }, 180_000);

  afterAll(async () => {
    await subject?.target.stop();
    await sink?.stop();
  });

  const ask = (method: string, path: string, body?: object) =>
    fetch(`${subject.target.url}/api/v1/forwarding-targets${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });
  const read = () => getJson<Target>(`${subject.target.url}/api/v1/forwarding-targets/${id}`);
  const send = async (count: number, more: object = {}) => {
    const spans = Array.from({ length: count }, () => makeSpan(more));
    for (const span of spans) await sendSpans(subject.target.otlpUrl, [span]);
    return spans;
  };
  const missing = (spans: readonly { readonly spanId: string }[]) =>
    spans.filter(({ spanId }) => !sink.spanIds.has(spanId)).length;

  it('sends an experiment’s spans to a second receiver, large values too', async () => {
    const created = await ask('POST', '', {
      experiment_id: '0',
      url: sink.url,
      headers: { Authorization: 'Bearer secret' },
    });
    expect(created.status).toBe(201);
    const told = (await created.json()) as Target;
    ({ id } = told);
    expect(told.headers).toEqual({ authorization: '***' });
    await expect
      .poll(async () => {
        await send(1);
        return sink.spans.length;
      }, WAIT)
      .toBeGreaterThan(0);
    const large = 'y'.repeat(700_000);
    const spans = [...(await send(20)), ...(await send(1, { attributes: { 'input.value': large } }))];
    await expect.poll(() => missing(spans), WAIT).toBe(0);
    const last = sink.spans.find(({ spanId }) => spanId === spans.at(-1)?.spanId);
    expect(last).toEqual(spans.at(-1));
    expect(sink.requests.at(-1)?.headers).toMatchObject({
      authorization: 'Bearer secret',
      'content-encoding': 'gzip',
    });
    await expect.poll(read, WAIT).toMatchObject({ lag_records: 0, failed_spans: 0 });
    await expect.poll(async () => (await read()).sent_spans, WAIT).toBeGreaterThanOrEqual(21);
  }, 90_000);

  it('is not held up, and holds up nothing, while the target is down', async () => {
    await sink.stop();
    const spans = await send(30);
    const started = Date.now();
    await getJson(`${subject.target.url}/api/v1/traces/${spans.at(-1)?.traceId}?consistency=strong`);
    expect(Date.now() - started).toBeLessThan(5_000);
    await expect.poll(async () => (await read()).last_error, WAIT).toContain('ECONNREFUSED');
    expect((await read()).lag_records).toBeGreaterThan(0);
    await sink.start();
    await expect.poll(() => missing(spans), WAIT).toBe(0);
  }, 90_000);

  it('goes on where it was after its process was killed', async () => {
    await sink.stop();
    const spans = await send(10);
    await subject.restart();
    spans.push(...(await send(3)));
    await sink.start();
    await expect.poll(() => missing(spans), WAIT).toBe(0);
    await expect.poll(async () => (await read()).lag_records, WAIT).toBe(0);
  }, 150_000);

  it('gives its headers to no other host unless they are sent again', async () => {
    const url = 'http://elsewhere.example:4318/v1/traces';
    expect((await ask('PATCH', `/${id}`, { url })).status).toBe(400);
    expect((await ask('PATCH', `/${id}`, { url, headers: { authorization: '***' } })).status).toBe(400);
    const sameHost = { url: `${sink.url}?x=1`, headers: { Authorization: '***', 'x-more': 'y' } };
    const answer = await ask('PATCH', `/${id}`, sameHost);
    expect([answer.status, ((await answer.json()) as Target).headers]).toEqual([
      200,
      { authorization: '***', 'x-more': '***' },
    ]);
    const list = await (await ask('GET', '')).text();
    expect(list).not.toContain('secret');
    const [span] = await send(1);
    await expect.poll(() => sink.spanIds.has(span?.spanId ?? ''), WAIT).toBe(true);
    expect(sink.requests.at(-1)?.headers).toMatchObject({ authorization: 'Bearer secret' });
  }, 60_000);

  it('stands still while it is disabled, and is gone when deleted', async () => {
    expect((await ask('PATCH', `/${id}`, { is_enabled: false })).status).toBe(200);
    const before = sink.spans.length;
    await new Promise((resolve) => setTimeout(resolve, 7_000));
    const spans = await send(3);
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(sink.spans).toHaveLength(before);
    expect((await ask('PATCH', `/${id}`, { is_enabled: true })).status).toBe(200);
    await expect.poll(() => missing(spans), WAIT).toBe(0);
    expect((await ask('DELETE', `/${id}`)).status).toBe(204);
    expect((await ask('GET', `/${id}`)).status).toBe(404);
    expect((await ask('DELETE', `/${id}`)).status).toBe(404);
  }, 90_000);

  it.each([
    [{ experiment_id: '0', url: 'ftp://x/' }, 400],
    [{ experiment_id: '0', url: 'http://user:pass@x/' }, 400],
    [{ experiment_id: '0', url: 'http://x/', headers: { 'a b': 'c' } }, 400],
    [{ experiment_id: '0', url: 'http://x/', headers: { Host: 'c' } }, 400],
    [{ experiment_id: '0', url: 'http://x/', headers: { a: 'b\r\nc: d' } }, 400],
    [{ experiment_id: '0', url: 'http://x/', headers: { a: '***' } }, 400],
    [{ experiment_id: '987654', url: 'http://x/' }, 404],
  ])('refuses %j with %i', async (body, status) => {
    expect((await ask('POST', '', body)).status).toBe(status);
  });
});
