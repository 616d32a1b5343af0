import { gzipSync, zstdCompressSync } from 'node:zlib';
import { encodeTracesRequest } from '@millrace/otlp';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getJson, untilComplete } from '../support/api.ts';
import { logTraceAsOlderClient, spansFile } from '../support/older-client.ts';
import { makeSpan, newTraceId, postTraces, sendSpans } from '../support/otlp.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

const PATIENCE = { timeout: 20_000, interval: 50 };

interface TraceAnswer {
  readonly trace: Record<string, unknown> & { readonly span_count: number };
  readonly spans: (Record<string, unknown> & { readonly span_id: string; readonly name: string })[];
  readonly next_page_token?: string;
}

interface TracePage {
  readonly traces: { readonly trace_id: string; readonly name: string; readonly state: string }[];
  readonly next_page_token?: string;
}

describe.each(TOPOLOGIES)('traces in $name', (topology) => {
  let target: BorrowedTarget;

  beforeAll(async () => {
    target = await borrowTarget(topology);
  }, 180_000);

  afterAll(() => target?.stop());

  const readTrace = (traceId: string): Promise<TraceAnswer> =>
    getJson(`${target.url}/api/v1/traces/${traceId}?consistency=strong`);
  const list = (query: Record<string, string>): Promise<TracePage> =>
    getJson(
      `${target.url}/api/v1/traces?${new URLSearchParams({ experiment_id: target.experimentId, ...query })}`,
    );

  it.each([
    ['identity', (body: Uint8Array) => Buffer.from(body), {}],
    ['gzip', (body: Uint8Array) => gzipSync(body), { 'content-encoding': 'gzip' }],
    ['zstd', (body: Uint8Array) => zstdCompressSync(body), { 'content-encoding': 'zstd' }],
  ])('is read back right after a 200 (%s)', async (_, compress, headers) => {
    const root = makeSpan({
      name: 'root',
      attributes: {
        'gen_ai.operation.name': 'invoke_agent',
        'mlflow.spanInputs': '{"q":1}',
        n: 7n,
        ratio: 0.5,
      },
    });
    const answer = await postTraces(target.otlpUrl, compress(encodeTracesRequest([root])), headers);
    expect([answer.status, answer.body.length]).toEqual([200, 0]);
    const { trace, spans } = await readTrace(root.traceId);
    expect(trace).toMatchObject({ name: 'root', state: 'OK', span_count: 1 });
    expect(spans).toMatchObject([{ name: 'root', type: 'AGENT' }]);
    const { span } = await getJson<{ span: Record<string, unknown> }>(
      `${target.url}/api/v1/traces/${root.traceId}/spans/${root.spanId}`,
    );
    expect(span).toMatchObject({ inputs: '{"q":1}' });
  });

  it('finds ids that end in zero bytes', async () => {
    const span = makeSpan({
      traceId: `${'7'.repeat(16)}${'0'.repeat(16)}`,
      spanId: 'ab00000000000000',
      name: 'zeros',
    });
    await sendSpans(target.otlpUrl, [span]);
    expect((await readTrace(span.traceId)).spans).toMatchObject([{ span_id: span.spanId }]);
    expect((await list({ name: 'zeros' })).traces).toHaveLength(1);
    const full = await getJson<{ span: { name: string } }>(
      `${target.url}/api/v1/traces/${span.traceId}/spans/${span.spanId}`,
    );
    expect(full.span.name).toBe('zeros');
  });

  it('tells what it rejected and keeps the rest', async () => {
    const good = makeSpan({ name: 'good' });
    const bad = { ...makeSpan({ traceId: good.traceId }), spanId: '0'.repeat(16) };
    const answer = await postTraces(target.otlpUrl, encodeTracesRequest([good, bad]));
    expect(answer.status).toBe(200);
    expect(answer.body.toString()).toContain('span_id is all zero');
    expect((await readTrace(good.traceId)).trace.span_count).toBe(1);
  });

  it('keeps duplicates, cycles, missing parents and absurd times from telling anything wrong', async () => {
    const traceId = newTraceId();
    const cycle = [
      makeSpan({ traceId, spanId: 'a'.repeat(16), parentSpanId: 'b'.repeat(16) }),
      makeSpan({ traceId, spanId: 'b'.repeat(16), parentSpanId: 'a'.repeat(16) }),
    ];
    const orphan = makeSpan({
      traceId,
      spanId: 'c'.repeat(16),
      parentSpanId: 'd'.repeat(16),
      startTimeUnixNano: 5n,
      endTimeUnixNano: 1n,
    });
    const future = makeSpan({
      traceId,
      spanId: 'e'.repeat(16),
      startTimeUnixNano: BigInt(Date.UTC(2500, 0, 1)) * 1_000_000n,
    });
    await sendSpans(target.otlpUrl, [...cycle, ...cycle, orphan, future]);
    await sendSpans(target.otlpUrl, [...cycle, orphan, future]);
    const { trace, spans } = await readTrace(traceId);
    expect(trace.span_count).toBe(4);
    expect(spans.map(({ span_id }) => span_id).sort()).toEqual(
      ['a', 'b', 'c', 'e'].map((digit) => digit.repeat(16)),
    );
  });

  it('holds a trace of many spans whole, page by page', async () => {
    const traceId = newTraceId();
    const root = makeSpan({ traceId, spanId: 'f'.repeat(16), name: 'root' });
    for (let batch = 0; batch < 4; batch += 1) {
      await sendSpans(
        target.otlpUrl,
        Array.from({ length: 500 }, (_, i) =>
          makeSpan({ traceId, parentSpanId: root.spanId, name: `step ${batch * 500 + i}` }),
        ),
      );
    }
    await sendSpans(target.otlpUrl, [root]);
    const first = await readTrace(traceId);
    expect(first.trace.span_count).toBe(2_001);
    const seen = new Set(first.spans.map(({ span_id }) => span_id));
    for (let token = first.next_page_token; token !== undefined;) {
      const page = await getJson<TraceAnswer>(
        `${target.url}/api/v1/traces/${traceId}/spans?${new URLSearchParams({ after: token })}`,
      );
      for (const { span_id } of page.spans) seen.add(span_id);
      token = page.next_page_token;
    }
    expect(seen.size).toBe(2_001);
  });

  it.each([2, 10])('keeps a value of %d MB, too large for a row, whole', async (megabytes) => {
    const text = 'large '.repeat((megabytes * 1_000_000) / 6);
    const span = makeSpan({ name: 'large', attributes: { 'gen_ai.input.messages': text, small: 'x' } });
    await sendSpans(target.otlpUrl, [span]);
    expect((await readTrace(span.traceId)).trace.span_count).toBe(1);
    const proto = await getJson<{
      trace: { spans: { attributes: { key: string; value: { string_value?: string } }[] }[] };
    }>(`${target.url}/api/3.0/mlflow/traces/get?trace_id=tr-${span.traceId}`);
    const attribute = proto.trace.spans[0]?.attributes.find(({ key }) => key === 'gen_ai.input.messages');
    expect(attribute?.value.string_value).toBe(text);
  });

  it('lists by state, name, session, user, tag and attribute, in pages that neither repeat nor skip', async () => {
    const session = newTraceId();
    const now = Date.now();
    const spans = Array.from({ length: 23 }, (_, i) =>
      makeSpan({
        name: i % 2 === 0 ? 'even' : 'odd',
        statusCode: i === 4 ? 2 : 1,
        startTimeUnixNano: BigInt(now - 1000 - i) * 1_000_000n,
        endTimeUnixNano: BigInt(now) * 1_000_000n,
        attributes: {
          'session.id': session,
          'user.id': `user-${i}`,
          'app.shard': `shard-${i}`,
          'mlflow.traceTag.team': 'search',
        },
      }),
    );
    await sendSpans(target.otlpUrl, spans);
    await untilComplete(target.url);
    const ids = spans.map(({ traceId }) => traceId);
    const seen: string[] = [];
    for (let token: string | undefined = ''; token !== undefined;) {
      const page: TracePage = await list({
        session,
        limit: '10',
        ...(token !== '' && { page_token: token }),
      });
      seen.push(...page.traces.map(({ trace_id }) => trace_id.replace(/^tr-/, '')));
      token = page.next_page_token;
    }
    expect(seen, 'newest first').toEqual(ids);
    expect((await list({ session, state: 'ERROR' })).traces).toHaveLength(1);
    expect((await list({ session, name: 'odd' })).traces).toHaveLength(11);
    expect((await list({ session, user: 'user-3' })).traces).toHaveLength(1);
    expect((await list({ session, 'tag.team': 'search' })).traces).toHaveLength(23);
    expect((await list({ session, 'attribute.app.shard': 'shard-7' })).traces).toHaveLength(1);
    expect(
      (
        await list({
          filter: `metadata.\`mlflow.trace.session\` = '${session}' AND (name = 'odd' OR status = 'ERROR')`,
        })
      ).traces,
    ).toHaveLength(12);
  });

  it('has the spans that a client before MLflow 3.4 uploads as a file, however often', async () => {
    const id = await logTraceAsOlderClient(target.url, target.experimentId);
    const file = await (await fetch(spansFile(target.url, id, target.experimentId))).text();
    const found = async () =>
      (await list({ filter: `trace.request_id = '${id}' AND span.name = 'ask'` })).traces.length;
    await expect.poll(found, PATIENCE).toBe(1);
    const first = await readTrace(id);
    expect(first.trace).toMatchObject({ name: 'agent', state: 'OK', span_count: 2 });
    expect(first.spans).toMatchObject([
      { name: 'agent', type: 'AGENT' },
      { name: 'ask', type: 'LLM' },
    ]);

    const put = async (content: string) =>
      (await fetch(spansFile(target.url, id, target.experimentId), { method: 'PUT', body: content })).status;
    expect(await put('{"spans":[{"span_id')).toBe(200);
    expect(await (await fetch(spansFile(target.url, id, target.experimentId))).text()).toBe(
      '{"spans":[{"span_id',
    );
    expect(await put(file.replace('"ask"', '"ask again"'))).toBe(200);
    const again = async () => (await list({ filter: "span.name = 'ask again'" })).traces.length;
    await expect.poll(again, PATIENCE).toBe(1);
    expect((await readTrace(id)).trace).toMatchObject({ span_count: 2 });
  });

  it('has the document of spans for such a client, though they came by OTLP', async () => {
    const root = makeSpan({ name: 'by OTLP' });
    await sendSpans(target.otlpUrl, [root]);
    const answer = await fetch(spansFile(target.url, `tr-${root.traceId}`, target.experimentId));
    expect(await answer.json()).toMatchObject({ spans: [{ name: 'by OTLP' }] });
    expect((await fetch(spansFile(target.url, `tr-${newTraceId()}`, target.experimentId))).status).toBe(404);
  });

  it('says how complete an answer is', async () => {
    const response = await fetch(
      `${target.url}/api/v1/traces?experiment_id=${target.experimentId}&consistency=strong`,
    );
    const completeTo = Date.parse(response.headers.get('x-millrace-complete-to') ?? '');
    expect(Math.abs(Date.now() - completeTo)).toBeLessThan(5_000);
  });

  it('answers a bad filter with a caret under the fault', async () => {
    const response = await fetch(
      `${target.url}/api/v1/traces?${new URLSearchParams({ experiment_id: target.experimentId, filter: "name = 'a' AND" })}`,
    );
    expect(response.status).toBe(400);
    expect(await response.text()).toContain('^');
  });

  it.each([
    ['not protobuf', Buffer.from('hello'), {}, 400],
    ['wrong content type', Buffer.alloc(0), { 'content-type': 'text/plain' }, 415],
    ['unknown encoding', Buffer.alloc(0), { 'content-encoding': 'br' }, 415],
    ['not gzip', Buffer.from('hello'), { 'content-encoding': 'gzip' }, 400],
    ['a decompression bomb', gzipSync(Buffer.alloc(200 * 1024 * 1024)), { 'content-encoding': 'gzip' }, 413],
    ['an experiment that does not exist', Buffer.alloc(0), { 'x-mlflow-experiment-id': '987654' }, 404],
    ['an empty request', Buffer.alloc(0), {}, 200],
  ])('answers %s by its status', async (_, body, headers, status) => {
    const answer = await postTraces(target.otlpUrl, body, headers);
    expect([answer.status, answer.body.toString()]).toEqual([status, expect.any(String)]);
    expect(answer.headers.get('retry-after')).toBeNull();
    expect((await fetch(`${target.url}/health`)).status).toBe(200);
  });
});
