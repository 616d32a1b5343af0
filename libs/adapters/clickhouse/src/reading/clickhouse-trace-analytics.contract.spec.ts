import { parseFilter, parseSpanFilter, type NormalSpan, type TraceEntry } from '@millrace/domain';
import type { AnalyticsQuery } from '@millrace/ports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { BASE_NS, HOUR_NS, sampleSpan, SECOND_NS, traceRowOf, WORKSPACE } from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ClickHouseTraceAnalytics } from './clickhouse-trace-analytics.ts';

const PICO = 1_000_000_000_000n;
const BASE_MS = Number(BASE_NS / 1_000_000n);

interface Sample {
  readonly hour: number;
  readonly seconds: number;
  readonly model: string;
  readonly isError?: boolean;
  readonly session?: string;
  readonly tag?: string;
  readonly verdict?: unknown;
}

/** Six traces of a root and a model call over three hours. */
const SAMPLES: readonly Sample[] = [
  { hour: 0, seconds: 1, model: 'gpt-4o', session: 's1', tag: 'a', verdict: 'yes' },
  { hour: 0, seconds: 2, model: 'gpt-4o', session: 's1', tag: 'b', verdict: 'no' },
  { hour: 0, seconds: 3, model: 'mini', isError: true, tag: 'a', verdict: true },
  { hour: 1, seconds: 4, model: 'mini', session: 's2', verdict: 0.25 },
  { hour: 1, seconds: 5, model: 'mini', isError: true },
  { hour: 2, seconds: 10, model: 'gpt-4o', tag: 'a' },
];

let test: TestEngine;
let analytics: ClickHouseTraceAnalytics;

function spansOf({ hour, seconds, model, isError, session }: Sample, number: number): NormalSpan[] {
  const startNs = BASE_NS + BigInt(hour) * HOUR_NS;
  const endTimeUnixNano = startNs + BigInt(seconds) * SECOND_NS;
  const tokens = BigInt(seconds) * 10n;
  return [
    sampleSpan({
      trace: number,
      startNs,
      source: { name: 'root', endTimeUnixNano, statusCode: isError === true ? 2 : 1 },
      meaning: { ...(session !== undefined && { sessionId: session }) },
    }),
    sampleSpan({
      trace: number,
      span: 2,
      parent: 1,
      startNs,
      source: { name: 'call', endTimeUnixNano, attributes: new Map([['tier', `t${hour}`]]) },
      meaning: {
        type: 'LLM',
        model,
        ...(model === 'mini' && { timeToFirstTokenMs: 100 * seconds, loggedModel: 'm-1' }),
        promptVersions: [{ name: 'ask', version: String(hour) }],
        tokens: { input: Number(tokens), output: 1 },
        cost: { input: PICO, cache: 0n, output: 0n, total: BigInt(seconds) * PICO, price: 'client' },
      },
    }),
  ];
}

function entriesOf({ tag, verdict }: Sample): TraceEntry[] {
  const entries: TraceEntry[] = [];
  if (tag !== undefined) entries.push({ kind: 'tag', key: 'team', value: tag, sequence: 1n });
  if (verdict !== undefined) {
    const value = JSON.stringify({
      assessment_name: 'ok',
      feedback: { value: verdict },
      source: { source_type: 'CODE' },
    });
    entries.push({ kind: 'assessment', key: 'a-1', value, sequence: 1n });
  }
  return entries;
}

beforeAll(async () => {
  test = await startTestEngine();
  analytics = new ClickHouseTraceAnalytics(test.connection);
  const store = new ClickHouseSpanStore(test.connection);
  // Everything is stored twice: figures count it once.
  for (const round of [1, 2]) {
    const batch = store.openBatch();
    const rows = SAMPLES.map((sample, index) => {
      const spans = spansOf(sample, index + 1).map((span) => ({ ...span, sequence: BigInt(round) }));
      for (const span of spans) batch.addSpan(span);
      return { row: traceRowOf(spans, entriesOf(sample)), formerPlaces: [], isDeleted: false };
    });
    await batch.write();
    await store.writeTraces(rows);
  }
});
afterAll(() => test.stop());

async function measure(query: Partial<AnalyticsQuery> & Pick<AnalyticsQuery, 'measures'>) {
  const rows = await analytics.measure({
    workspaceId: WORKSPACE,
    experimentIds: [1],
    view: 'traces',
    fromUnixNano: BASE_NS - HOUR_NS,
    toUnixNano: BASE_NS + 24n * HOUR_NS,
    dimensions: [],
    limit: 100,
    ...query,
  });
  return rows.map(({ bucketStart, dimensions, measures }) => [
    ...(bucketStart === undefined ? [] : [(bucketStart - BASE_MS) / 3_600_000]),
    ...dimensions,
    ...measures,
  ]);
}

const count = { of: 'rows', aggregate: 'sum' } as const;
const of = (
  name: AnalyticsQuery['measures'][number]['of'],
  aggregate: number | 'sum' | 'avg' | 'min' | 'max' = 'sum',
) => ({ of: name, aggregate }) as const;
const by = (name: AnalyticsQuery['dimensions'][number]['of'], key?: string) => [
  { of: name, ...(key !== undefined && { key }) },
];

describe('figures over traces', () => {
  it('by prompt version and logged model, and how soon the first token came', async () => {
    expect(await measure({ measures: [count], dimensions: by('prompt_version') })).toEqual([
      ['ask/0', 3],
      ['ask/1', 2],
      ['ask/2', 1],
    ]);
    const spans = { view: 'spans' } as const;
    const soon = [of('time_to_first_token', 'avg'), of('time_to_first_token', 'max')];
    expect(await measure({ ...spans, measures: soon, dimensions: by('logged_model') })).toEqual([
      ['m-1', 400, 500],
    ]);
    expect(await measure({ ...spans, measures: [count], dimensions: by('prompt_version') })).toEqual([
      ['ask/0', 3],
      ['ask/1', 2],
      ['ask/2', 1],
    ]);
  });

  it('count, rate, sum and interpolate', async () => {
    const measures = [
      count,
      of('errors'),
      of('error_rate'),
      of('sessions'),
      of('tokens.input'),
      of('tokens.total', 'max'),
      of('cost.total'),
      of('cost.total', 'avg'),
      of('latency', 50),
      of('latency', 'min'),
      of('span_count'),
    ];
    expect(await measure({ measures })).toEqual([[6, 2, 2 / 6, 2, 250, 101, 25, 25 / 6, 3500, 1000, 12]]);
  });

  it('by dimension, the most first', async () => {
    expect(await measure({ measures: [count], dimensions: by('model') })).toEqual([
      ['gpt-4o', 3],
      ['mini', 3],
    ]);
    expect(await measure({ measures: [of('latency', 'max')], dimensions: by('status') })).toEqual([
      ['OK', 10_000],
      ['ERROR', 5000],
    ]);
    expect(await measure({ measures: [count], dimensions: by('tag', 'team') })).toEqual([
      ['a', 3],
      ['b', 1],
    ]);
    expect(await measure({ measures: [count], dimensions: by('session') })).toEqual([
      ['s1', 2],
      ['s2', 1],
    ]);
  });

  it('by time bucket, with the top groups of the whole time', async () => {
    const bucket = { count: 1, unit: 'hour', timeZone: 'UTC' } as const;
    expect(await measure({ measures: [count, of('errors')], bucket })).toEqual([
      [0, 3, 1],
      [1, 2, 1],
      [2, 1, 0],
    ]);
    const top = { measures: [of('tokens.input')], dimensions: by('model'), limit: 1 };
    expect(await measure({ ...top, bucket })).toEqual([
      [0, 'gpt-4o', 30],
      [2, 'gpt-4o', 100],
    ]);
  });

  it('where days begin is told by the time zone', async () => {
    const day = (timeZone: string) =>
      measure({ measures: [count], bucket: { count: 1, unit: 'day', timeZone } });
    // The base is 10:00 UTC: 19:00 in Tokyo and, two hours on, 00:00 of the next day in Auckland (+13).
    expect(await day('UTC')).toEqual([[-10, 6]]);
    expect(await day('Pacific/Auckland')).toEqual([
      [-23, 3],
      [1, 3],
    ]);
    await expect(day('Mars/Olympus')).rejects.toMatchObject({ name: 'Rejected' });
  });

  it('of the traces that a filter selects', async () => {
    const filter = (text: string) => {
      const parsed = parseFilter(text);
      return parsed ? { filter: parsed } : {};
    };
    expect(await measure({ measures: [count], ...filter("status = 'ERROR'") })).toEqual([[2]]);
    expect(await measure({ measures: [count], ...filter("span(model = 'mini' AND tokens > 45)") })).toEqual([
      [1],
    ]);
    const spans = { view: 'spans', measures: [count, of('tokens.input')] } as const;
    expect(await measure({ ...spans, ...filter("tags.team = 'a'") })).toEqual([[6, 140]]);
  });

  it('by latency class', async () => {
    const rows = await measure({ measures: [count], dimensions: by('latency_class') });
    expect(rows.reduce((sum, row) => sum + Number(row[1]), 0)).toBe(6);
    for (const [bound] of rows) expect(Number(bound)).toBeLessThanOrEqual(10_000);
    expect(Math.max(...rows.map(([bound]) => Number(bound)))).toBeGreaterThan(8000);
  });

  it('nothing to measure is no zero', async () => {
    const measures = [count, of('sessions'), of('cost.total'), of('latency', 99)];
    expect(await measure({ measures, fromUnixNano: 0n, toUnixNano: 1n })).toEqual([]);
    const ofRoots = parseSpanFilter("name = 'root'");
    const roots = { view: 'spans', measures, ...(ofRoots && { spanFilter: ofRoots }) } as const;
    expect(await measure(roots)).toEqual([[6, 2, undefined, 9750]]);
  });
});

describe('figures over spans', () => {
  it('of those that a condition selects', async () => {
    const spanFilter = parseSpanFilter("type = 'LLM' AND parent(status = 'ERROR')");
    const query = { view: 'spans', measures: [count, of('cost.total')], dimensions: by('model') } as const;
    expect(await measure({ ...query, ...(spanFilter && { spanFilter }) })).toEqual([['mini', 2, 8]]);
    expect(
      await measure({ ...query, measures: [of('traces')], dimensions: by('attribute', 'tier') }),
    ).toEqual([
      ['t0', 3],
      ['t1', 2],
      ['t2', 1],
    ]);
  });
});

describe('figures over assessments', () => {
  it('take yes and no as pass and fail, numbers as they are', async () => {
    const query = { view: 'assessments', dimensions: by('assessment_name') } as const;
    expect(await measure({ ...query, measures: [count, of('pass_rate'), of('value', 'avg')] })).toEqual([
      ['ok', 4, 2 / 3, 0.625],
    ]);
    expect(await measure({ ...query, measures: [count], dimensions: by('assessment_value') })).toHaveLength(
      4,
    );
  });
});

describe('a question that can not be answered', () => {
  it.each([
    [
      { view: 'assessments', measures: [of('latency', 50)] },
      /view assessments has no measure 'latency'; it has rows/,
    ],
    [
      { view: 'traces', dimensions: by('type'), measures: [count] },
      /view traces has no dimension 'type'; it has name/,
    ],
    [{ measures: [of('latency', 101)] }, /a percentile is a number from 0 to 100/],
    [{ measures: [] }, /needs a measure/],
  ] as const)('%j', async (query, message) => {
    await expect(measure(query as never)).rejects.toMatchObject({
      name: 'Rejected',
      message: expect.stringMatching(message) as string,
    });
  });
});

describe('traces that judges made', () => {
  const JUDGED = 'other';
  const ask = async (view: AnalyticsQuery['view'], includesJudgeTraces?: boolean) => {
    const [row] = await analytics.measure({
      workspaceId: JUDGED,
      experimentIds: [1],
      view,
      fromUnixNano: BASE_NS,
      toUnixNano: BASE_NS + HOUR_NS,
      measures: [{ of: 'rows', aggregate: 'sum' }],
      dimensions: [],
      limit: 10,
      ...(includesJudgeTraces !== undefined && { includesJudgeTraces }),
    });
    return row?.measures[0];
  };

  it('are left out of all figures unless they are asked for', async () => {
    const store = new ClickHouseSpanStore(test.connection);
    const verdict = JSON.stringify({ assessment_name: 'ok', feedback: { value: true } });
    for (const [trace, key] of [
      [71, 'mlflow.trace.sourceScorer'],
      [72, 'reviewed'],
    ] as const) {
      const spans = [sampleSpan({ trace, startNs: BASE_NS, workspaceId: JUDGED })];
      const entries: TraceEntry[] = [
        { kind: 'metadata', key, value: 'polite', sequence: 1n },
        { kind: 'assessment', key: 'a-1', value: verdict, sequence: 1n },
      ];
      const batch = store.openBatch();
      for (const span of spans) batch.addSpan(span);
      await batch.write();
      const row = { ...traceRowOf(spans, entries), workspaceId: JUDGED };
      await store.writeTraces([{ row, formerPlaces: [], isDeleted: false }]);
    }
    for (const view of ['traces', 'spans', 'assessments'] as const) {
      expect([view, await ask(view), await ask(view, false), await ask(view, true)]).toEqual([view, 1, 1, 2]);
    }
  });
});
