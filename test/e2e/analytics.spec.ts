import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeSpan, newTraceId, sendSpans } from '../support/otlp.ts';
import { borrowTarget, type BorrowedTarget } from '../support/shared-target.ts';
import { TOPOLOGIES } from '../support/topologies.ts';

interface Figures {
  readonly rows: readonly {
    readonly bucket?: string;
    readonly dimensions: Readonly<Record<string, string>>;
    readonly measures: Readonly<Record<string, number>>;
    readonly previous?: Readonly<Record<string, number>>;
  }[];
}

describe.each(TOPOLOGIES)('figures in $name', (topology) => {
  let target: BorrowedTarget;

  beforeAll(async () => {
    target = await borrowTarget(topology);
    const spans = ['gpt-4o', 'gpt-4o', 'gpt-4.1-mini'].flatMap((model, index) => {
      const traceId = newTraceId();
      const root = makeSpan({ traceId, name: 'ask' });
      const attributes = {
        'gen_ai.operation.name': 'chat',
        'gen_ai.provider.name': 'openai',
        'gen_ai.request.model': model,
        'gen_ai.usage.input_tokens': BigInt(100 * (index + 1)),
        'gen_ai.usage.output_tokens': 10n,
      };
      return [root, makeSpan({ traceId, parentSpanId: root.spanId, name: 'chat', attributes })];
    });
    await sendSpans(target.otlpUrl, spans);
  }, 180_000);

  afterAll(() => target?.stop());

  async function post(path: string, body: object): Promise<{ status: number; json: unknown }> {
    const answer = await fetch(`${target.url}${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-millrace-read-after': 'now' },
      body: JSON.stringify(body),
    });
    return { status: answer.status, json: await answer.json() };
  }

  const ask = async (body: object): Promise<Figures> => {
    const { status, json } = await post('/api/v1/analytics/query', body);
    expect(status, JSON.stringify(json)).toBe(200);
    return json as Figures;
  };

  it('count traces, tokens and cost by model', async () => {
    const { rows } = await ask({
      measures: ['count', 'tokens.input', 'cost', 'latency.p95'],
      dimensions: ['model'],
      compare_previous: true,
    });
    expect(rows.map(({ dimensions, measures }) => [dimensions['model'], measures['count']])).toEqual([
      ['gpt-4o', 2],
      ['gpt-4.1-mini', 1],
    ]);
    for (const { measures } of rows) expect(measures['cost']).toBeGreaterThan(0);
  });

  it('count spans in time buckets where a condition holds', async () => {
    const { rows } = await ask({
      view: 'spans',
      span_filter: "type = 'CHAT_MODEL' AND parent(name = 'ask') AND tokens.input >= 200",
      filter: 'span_count = 2',
      measures: ['count', 'tokens.input'],
      bucket: '1d',
      time_zone: 'Europe/Berlin',
    });
    expect(rows.reduce((sum, { measures }) => sum + (measures['count'] ?? 0), 0)).toBe(2);
    expect(rows[0]?.bucket).toMatch(/T2[23]:00:00\.000Z$/);
  });

  it('say what is wrong with a question', async () => {
    const { status, json } = await post('/api/v1/analytics/query', {
      measures: ['speed'],
      dimensions: ['colour'],
    });
    expect(status).toBe(400);
    expect(JSON.stringify(json)).toMatch(
      /measures\.0: 'speed' is not known.*dimensions\.0: 'colour' is not known/,
    );
    const fault = await post('/api/v1/analytics/query', { measures: ['count'], filter: 'tags.a > 1' });
    expect(JSON.stringify(fault.json)).toContain('^');
  });

  it('answer in the words of MLflow', async () => {
    const metric = async (body: object) =>
      (await post('/api/3.0/mlflow/traces/metrics', { experiment_ids: [target.experimentId], ...body })).json;
    expect(
      await metric({
        view_type: 'TRACES',
        metric_name: 'trace_count',
        aggregations: [{ aggregation_type: 'COUNT' }],
      }),
    ).toEqual({ data_points: [{ metric_name: 'trace_count', values: { COUNT: 3 } }] });
    expect(
      await metric({
        view_type: 'TRACES',
        metric_name: 'input_tokens',
        aggregations: [{ aggregation_type: 'SUM' }, { aggregation_type: 'PERCENTILE', percentile_value: 50 }],
        dimensions: ['trace_name'],
      }),
    ).toEqual({
      data_points: [
        {
          metric_name: 'input_tokens',
          dimensions: { trace_name: 'ask' },
          values: { SUM: 600, 'P50.0': 200 },
        },
      ],
    });
    expect(
      await metric({
        view_type: 'SPANS',
        metric_name: 'span_count',
        aggregations: [{ aggregation_type: 'COUNT' }],
        filters: ["span.name = 'chat'"],
        dimensions: ['span_model_name'],
      }),
    ).toMatchObject({ data_points: [{ values: { COUNT: 1 } }, { values: { COUNT: 2 } }] });
    expect(
      await metric({
        view_type: 'SPANS',
        metric_name: 'speed',
        aggregations: [{ aggregation_type: 'COUNT' }],
      }),
    ).toMatchObject({ error_code: 'INVALID_PARAMETER_VALUE' });
  });
});
