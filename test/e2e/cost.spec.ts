import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { AttributeValue } from '@millrace/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { getJson } from '../support/api.ts';
import { makeSpan, sendSpans } from '../support/otlp.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

const run = promisify(execFile);
const REPRICE = join(import.meta.dirname, '../../tools/reprice.mjs');

interface Cost {
  readonly input: number;
  readonly cache: number;
  readonly output: number;
  readonly total: number;
  readonly price?: string;
  readonly prices?: readonly string[];
}

interface TraceAnswer {
  readonly trace: {
    readonly cost?: Cost;
    readonly version: string;
    readonly metadata: Record<string, string>;
  };
  readonly spans: readonly { readonly cost?: Cost; readonly tokens?: object }[];
}

/** 1000 fresh, 200 cached, 100 out: $0.0025 + $0.00025 + $0.001 by the table. */
function callOf(model: string, more: Readonly<Record<string, AttributeValue>> = {}) {
  return makeSpan({
    name: 'chat',
    attributes: {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'openai',
      'gen_ai.response.model': model,
      'gen_ai.usage.input_tokens': 1200n,
      'gen_ai.usage.cache_read.input_tokens': 200n,
      'gen_ai.usage.output_tokens': 100n,
      'gen_ai.input.messages': '[{"role":"user","content":"What does it cost?"}]',
      ...more,
    },
  });
}

describe.each(TOPOLOGIES)('cost in $name', (topology) => {
  let target: BorrowedTarget;

  beforeAll(async () => {
    target = await borrowTarget(topology);
  }, 180_000);

  afterAll(() => target?.stop());

  const read = (traceId: string): Promise<TraceAnswer> =>
    getJson(`${target.url}/api/v1/traces/${traceId}?consistency=strong`);
  const ask = (method: string, path: string, body?: object) =>
    fetch(`${target.url}${path}`, {
      method,
      ...(body && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
    });

  it('is known for a known model, by span, by trace and in MLflow’s words', async () => {
    const call = callOf('gpt-4o-2024-08-06');
    await sendSpans(target.otlpUrl, [call]);
    const { trace, spans } = await read(call.traceId);
    const cost = { input: 0.0025, cache: 0.00025, output: 0.001, total: 0.00375 };
    expect(spans[0]?.cost).toEqual({ ...cost, price: 'table@2026-11-21#openai/gpt-4o' });
    expect(trace.cost).toEqual({ ...cost, prices: ['table@2026-11-21#openai/gpt-4o'] });
    const told = await getJson<{ trace: { trace_info: { trace_metadata: Record<string, string> } } }>(
      `${target.url}/api/3.0/mlflow/traces/tr-${call.traceId}`,
    );
    expect(JSON.parse(told.trace.trace_info.trace_metadata['mlflow.trace.cost'] ?? '{}')).toEqual({
      input_cost: 0.00275,
      output_cost: 0.001,
      total_cost: 0.00375,
    });
  });

  it('is unknown for an unknown model, whose tokens are known', async () => {
    const call = callOf('house-model-7b');
    await sendSpans(target.otlpUrl, [call]);
    const { trace, spans } = await read(call.traceId);
    expect(spans).toMatchObject([{ tokens: { input: 1000, cache_read: 200, output: 100 } }]);
    expect([trace.cost, spans[0]?.cost]).toEqual([undefined, undefined]);
    expect(trace.metadata).not.toHaveProperty('mlflow.trace.cost');
  });

  it('is what the client told', async () => {
    const call = callOf('gpt-4o', { 'gen_ai.usage.cost': 0.5 });
    await sendSpans(target.otlpUrl, [call]);
    expect((await read(call.traceId)).spans[0]?.cost).toMatchObject({ total: 0.5, price: 'client' });
  });

  it('follows a price that the workspace sets: for new spans, and for old ones once repriced', async () => {
    const old = callOf('priced-later');
    const told = callOf('priced-later', { 'gen_ai.usage.cost': 0.5 });
    await sendSpans(target.otlpUrl, [old, told]);
    expect((await read(old.traceId)).trace.cost).toBeUndefined();

    const put = await ask('PUT', '/api/v1/model-prices', { model: 'Priced-Later', input: '10', output: 20 });
    expect(put.status).toBe(200);
    const { price } = (await put.json()) as { price: string };
    expect(price).toMatch(/^override@\d+#Priced-Later$/);
    const totalOf = async (): Promise<number | undefined> => {
      const call = callOf('priced-later');
      await sendSpans(target.otlpUrl, [call]);
      return (await read(call.traceId)).trace.cost?.total;
    };
    await expect.poll(totalOf, { timeout: 20_000, interval: 500 }).toBe(0.014);

    const before = await read(old.traceId);
    expect(before.trace.cost).toBeUndefined();
    const { stdout } = await run(process.execPath, [
      REPRICE,
      '--url',
      target.url,
      '--experiment',
      target.experimentId,
    ]);
    expect(stdout).toMatch(/^\d+ traces back to .+; all of them$/m);
    const after = await read(old.traceId);
    expect(after.trace.cost).toEqual({
      input: 0.01,
      cache: 0.002,
      output: 0.002,
      total: 0.014,
      prices: [price],
    });
    expect(BigInt(after.trace.version)).toBeGreaterThan(BigInt(before.trace.version));
    // Checks judge costs too, so a new cost is new content.
    const withoutCost = ({ trace, spans }: TraceAnswer) => [
      {
        ...trace,
        cost: 0,
        version: 0,
        content_version: 0,
        metadata: { ...trace.metadata, 'mlflow.trace.cost': '' },
      },
      ...spans.map((span) => ({ ...span, cost: 0 })),
    ];
    expect(withoutCost(after)).toEqual(withoutCost(before));
    expect((await read(told.traceId)).trace.cost).toMatchObject({ total: 0.5, prices: ['client'] });

    await run(process.execPath, [REPRICE, '--url', target.url]);
    expect(await read(old.traceId)).toEqual(after);
  });

  it('goes back to the table when the workspace’s price is deleted', async () => {
    const call = callOf('gpt-4o');
    const wanted = { model: 'gpt-4o', provider: 'openai', input: '1', output: '1' };
    expect((await ask('PUT', '/api/v1/model-prices', wanted)).status).toBe(200);
    const list = await getJson<{ prices: object[]; table: object }>(`${target.url}/api/v1/model-prices`);
    expect(list.prices).toContainEqual(expect.objectContaining(wanted));
    expect(list.table).toMatchObject({ version: '2026-11-21' });
    await sendSpans(target.otlpUrl, [call]);
    const first = { experiment_id: target.experimentId, limit: 1 };
    const page = await ask('POST', '/api/v1/model-prices/reprice', first);
    expect([page.status, await page.json()]).toMatchObject([202, { traces: 1 }]);
    expect((await read(call.traceId)).trace.cost?.prices?.[0]).toMatch(/^override@/);
    const path = '/api/v1/model-prices?model=gpt-4o&provider=openai';
    expect((await ask('DELETE', path)).status).toBe(204);
    expect((await ask('DELETE', path)).status).toBe(404);
    await ask('POST', '/api/v1/model-prices/reprice', first);
    expect((await read(call.traceId)).trace.cost?.prices).toEqual(['table@2026-11-21#openai/gpt-4o']);
  });

  it.each([
    ['PUT', '/api/v1/model-prices', { model: 'm' }],
    ['PUT', '/api/v1/model-prices', { model: '', input: '1' }],
    ['PUT', '/api/v1/model-prices', { model: 'm', input: '-1' }],
    ['PUT', '/api/v1/model-prices', { model: 'm', input: '0.0000001' }],
    ['POST', '/api/v1/model-prices/reprice', { experiment_id: "0' OR 1" }],
    ['POST', '/api/v1/model-prices/reprice', { from: 'yesterday' }],
    ['POST', '/api/v1/model-prices/reprice', { page_token: 'x' }],
  ])('refuses %s %s %j', async (method, path, body) => {
    expect((await ask(method, path, body)).status).toBe(400);
  });
});
