import type { TraceEntry } from '@millrace/domain';
import type { SuggestedField, SuggestionQuery } from '@millrace/ports';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { BASE_NS, HOUR_NS, sampleSpan, traceRowOf, WORKSPACE } from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ClickHouseSuggestionReader } from './clickhouse-suggestion-reader.ts';

let test: TestEngine;
let reader: ClickHouseSuggestionReader;

beforeAll(async () => {
  test = await startTestEngine();
  reader = new ClickHouseSuggestionReader(test.connection);
  const store = new ClickHouseSpanStore(test.connection);
  const batch = store.openBatch();
  const rows = [1, 2, 3].map((trace) => {
    const span = sampleSpan({
      trace,
      experimentId: trace === 3 ? 2 : 1,
      startNs: BASE_NS + BigInt(trace) * HOUR_NS,
      source: {
        name: trace === 1 ? 'Zebra' : 'zoo',
        attributes: new Map([
          ['http.method', 'GET'],
          [`own.${trace}`, 'x'.repeat(trace === 2 ? 201 : 1)],
        ]),
      },
      meaning: { type: 'LLM', model: `gpt-${trace}`, sessionId: `s${trace}`, userId: 'u' },
    });
    batch.addSpan(span);
    const verdict = JSON.stringify({ assessment_name: 'good', feedback: { value: 1 } });
    const entries: TraceEntry[] = [
      { kind: 'tag', key: 'env', value: trace === 1 ? 'prod' : 'test', sequence: 1n },
      { kind: 'metadata', key: 'origin', value: 'ci', sequence: 1n },
      { kind: 'assessment', key: 'a', value: verdict, sequence: 1n },
    ];
    return { row: traceRowOf([span], entries), formerPlaces: [], isDeleted: false };
  });
  await batch.write();
  await store.writeTraces(rows);
});
afterAll(() => test.stop());

async function suggest(field: SuggestedField, prefix = '', some: Partial<SuggestionQuery> = {}) {
  const query = { workspaceId: WORKSPACE, experimentIds: [1, 2], field, prefix, limit: 50, ...some };
  return (await reader.suggest(query)).map(({ value, count }) => [value, count]);
}

it.each<[SuggestedField, string, (string | number)[][]]>([
  [{ of: 'name' }, 'Z', [['zoo', 2], ['Zebra', 1]]], // prettier-ignore
  [{ of: 'name' }, 'zE', [['Zebra', 1]]],
  [{ of: 'type' }, '', [['LLM', 3]]],
  [{ of: 'service' }, 'sh', [['shop', 3]]],
  [{ of: 'model' }, 'gpt-2', [['gpt-2', 1]]],
  [{ of: 'provider' }, '', []],
  [{ of: 'session' }, 's3', [['s3', 1]]],
  [{ of: 'user' }, '', [['u', 3]]],
  [{ of: 'attribute' }, 'http', [['http.method', 3]]],
  [{ of: 'attribute', key: 'http.method' }, 'g', [['GET', 3]]],
  [{ of: 'attribute', key: 'own.2' }, '', []],
  [{ of: 'attribute', key: "x'] --" }, '', []],
  [{ of: 'tag' }, 'en', [['env', 3]]],
  [{ of: 'tag', key: 'env' }, '', [['test', 2], ['prod', 1]]], // prettier-ignore
  [{ of: 'metadata' }, 'orig', [['origin', 3]]],
  [{ of: 'metadata', key: 'origin' }, 'c', [['ci', 3]]],
  [{ of: 'feedback' }, '', [['good', 3]]],
  [{ of: 'expectation' }, '', []],
])('%o from %s', async (field, prefix, expected) => {
  expect(await suggest(field, prefix)).toEqual(expected);
});

it('keeps to experiments, times and a limit', async () => {
  expect(await suggest({ of: 'model' }, '', { experimentIds: [2] })).toEqual([['gpt-3', 1]]);
  expect(await suggest({ of: 'session' }, '', { fromUnixNano: BASE_NS + 2n * HOUR_NS, limit: 1 })).toEqual([
    ['s2', 1],
  ]);
  const many = Array.from({ length: 40 }, (_, index) => index + 1);
  expect(await suggest({ of: 'user' }, '', { experimentIds: many })).toEqual([['u', 3]]);
  expect(await suggest({ of: 'user' }, '', { experimentIds: [] })).toEqual([]);
});
