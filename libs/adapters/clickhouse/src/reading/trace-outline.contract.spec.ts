import { toTraceOutline } from '@millrace/ports';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { BASE_NS, sampleSpan, SECOND_NS, spanId, traceRowOf } from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ClickHouseTraceReader } from './clickhouse-trace-reader.ts';

let test: TestEngine;
beforeAll(async () => {
  test = await startTestEngine();
});
afterAll(() => test.stop());

const spans = [
  sampleSpan({ span: 1, startNs: BASE_NS, source: { name: 'root', statusCode: 2 } }),
  sampleSpan({
    span: 2,
    parent: 1,
    startNs: BASE_NS + 1_500n,
    meaning: {
      type: 'CHAT_MODEL',
      model: 'gpt-4o',
      tokens: { input: 3, cacheRead: 4, outputAudio: 5 },
      cost: { input: 1n, cache: 0n, output: 2n, total: 250_000_000_000n, price: 'client' },
    },
  }),
  // Ends before it begins, and its parent is not there; the reported total counts, even of zero.
  sampleSpan({
    span: 3,
    parent: 99,
    startNs: BASE_NS + 90n * SECOND_NS,
    source: { endTimeUnixNano: BASE_NS, name: 'late' },
    meaning: { tokens: { input: 7, total: 0 } },
  }),
];

it('an outline read by column is that of the spans read one by one', async () => {
  const batch = new ClickHouseSpanStore(test.connection).openBatch();
  for (const span of spans) batch.addSpan(span);
  await batch.write();
  const reader = new ClickHouseTraceReader(test.connection);
  const trace = traceRowOf(spans);
  const outline = await reader.readOutline(trace, 100);
  const { spans: read } = await reader.readSkeleton(trace, { limit: 100 });
  expect(outline).toEqual(toTraceOutline(read, BASE_NS));
  expect(outline).toMatchObject({
    parentSpanIds: ['', spanId(1), spanId(99)],
    startOffsetsUs: [0, 1.5, 90_000_000],
    durationsUs: [1_000_000, 1_000_000, -90_000_000],
    tokens: [0, 12, 0],
    costs: [0, 0.25, 0],
  });
  expect((await reader.readOutline(trace, 2)).spanIds).toEqual([spanId(1), spanId(2)]);
});
