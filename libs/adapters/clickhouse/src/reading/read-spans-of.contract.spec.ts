import { afterAll, beforeAll, expect, it } from 'vitest';
import type { NormalSpan, TraceRow } from '@millrace/domain';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { BASE_NS, HOUR_NS, sampleSpan, SECOND_NS, traceRowOf } from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ClickHouseTraceReader } from './clickhouse-trace-reader.ts';

let test: TestEngine;
let reader: ClickHouseTraceReader;

beforeAll(async () => {
  test = await startTestEngine();
  reader = new ClickHouseTraceReader(test.connection);
  await test.connection.command('SYSTEM STOP MERGES spans');
});
afterAll(() => test.stop());

async function write(...spans: readonly NormalSpan[]): Promise<TraceRow> {
  const batch = new ClickHouseSpanStore(test.connection).openBatch();
  for (const span of spans) batch.addSpan(span);
  await batch.write();
  return traceRowOf(spans);
}

it('reads the spans of several traces, as each would be read by itself', async () => {
  const short = await write(
    sampleSpan({ trace: 1, span: 1 }),
    sampleSpan({ trace: 1, span: 2, parent: 1, startNs: BASE_NS + 90n * SECOND_NS }),
  );
  const apart = await write(
    sampleSpan({ trace: 2, span: 1, experimentId: 2, sequence: 3n }),
    sampleSpan({ trace: 2, span: 2, parent: 1, experimentId: 3, sequence: 4n }),
  );
  const long = await write(
    sampleSpan({ trace: 3, span: 1 }),
    sampleSpan({ trace: 3, span: 2, parent: 1, startNs: BASE_NS + 5n * HOUR_NS }),
  );
  await write(sampleSpan({ trace: 4, span: 1 }));
  // A newer version of a span of the first trace.
  await write(sampleSpan({ trace: 1, span: 1, sequence: 9n, source: { name: 'newer' } }));
  const rows = [short, apart, long];
  const alone = (await Promise.all(rows.map((row) => reader.readSpans(row)))).flat();
  const together = await reader.readSpansOf(rows);
  const key = ({ span }: { span: { traceId: string; spanId: string } }) => `${span.traceId}/${span.spanId}`;
  const sorted = (spans: typeof together) => spans.toSorted((a, b) => (key(a) < key(b) ? -1 : 1));
  expect(together).toHaveLength(6);
  expect(sorted(together)).toEqual(sorted(alone));
  expect(together.some(({ span }) => span.name === 'newer')).toBe(true);
  expect(await reader.readSpansOf([])).toEqual([]);
});
