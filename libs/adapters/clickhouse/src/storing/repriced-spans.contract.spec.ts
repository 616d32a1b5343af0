import type { NormalSpan, SpanCost } from '@millrace/domain';
import type { RepricedSpan, SpanBatch } from '@millrace/ports';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ClickHouseTraceReader } from '../reading/clickhouse-trace-reader.ts';
import { sampleSpan, SECOND_NS, BASE_NS, spanId, traceRowOf, WORKSPACE } from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ClickHouseSpanStore } from './clickhouse-span-store.ts';

let test: TestEngine;
let store: ClickHouseSpanStore;
let reader: ClickHouseTraceReader;

beforeAll(async () => {
  test = await startTestEngine();
  store = new ClickHouseSpanStore(test.connection);
  reader = new ClickHouseTraceReader(test.connection);
});
afterAll(() => test.stop());

beforeEach(async () => {
  await test.connection.command('TRUNCATE TABLE spans');
  await test.connection.command('SYSTEM STOP MERGES spans');
});

const cost = (total: bigint, price = 'table@1#a/m'): SpanCost => ({
  input: 1n,
  cache: 2n,
  output: 3n,
  total,
  price,
});

async function write(fill: (batch: SpanBatch) => void): Promise<void> {
  const batch = store.openBatch();
  fill(batch);
  await batch.write();
}

function repriced(
  { source, experimentId }: NormalSpan,
  sequence: bigint,
  anew: SpanCost | undefined,
): RepricedSpan {
  const { traceId, spanId, startTimeUnixNano } = source;
  return { workspaceId: WORKSPACE, experimentId, traceId, spanId, startTimeUnixNano, sequence, cost: anew };
}

const whole = sampleSpan({
  sequence: 4n,
  source: {
    attributes: new Map<string, string | bigint>([
      ['in', 'a long text'],
      ['n', 5n],
    ]),
    statusMessage: "it's",
  },
  meaning: {
    inputs: { text: 'a long text', attribute: 'in' },
    model: 'm',
    tokens: { input: 1, outputAudio: 2 },
    serviceTier: 'flex',
    cost: cost(6n),
  },
});
const other = sampleSpan({ span: 2, parent: 1, sequence: 4n, startNs: BASE_NS + 90n * SECOND_NS });

describe('a repriced span', () => {
  it('has the new cost and sequence, and all else as it was', async () => {
    await write((batch) => {
      batch.addSpan(whole);
      batch.addSpan(other);
    });
    const before = await reader.readSpans(traceRowOf([whole, other]));
    await write((batch) =>
      batch.repriceSpan(repriced(whole, 9n, cost(999_999_999_999_999_999n, 'override@1#m'))),
    );
    const after = await reader.readSpans(traceRowOf([whole, other]));
    expect(after).toEqual(
      before.map((stored) =>
        stored.span.spanId === spanId(1)
          ? {
              ...stored,
              meaning: { ...stored.meaning, cost: cost(999_999_999_999_999_999n, 'override@1#m') },
            }
          : stored,
      ),
    );
    const rows = await test.connection.select<{ sequence: string; is_deleted: number }>(
      'SELECT toString(sequence) AS sequence, is_deleted FROM spans FINAL WHERE span_id = unhex({id:String})',
      { id: spanId(1) },
    );
    expect(rows).toEqual([{ sequence: '9', is_deleted: 0 }]);
  });

  it('of the same batch counts as stored', async () => {
    await write((batch) => {
      batch.addSpan(whole);
      batch.repriceSpan(repriced(whole, 5n, undefined));
    });
    const [stored] = await reader.readSpans(traceRowOf([whole]));
    expect(stored?.meaning.cost).toBeUndefined();
    expect(stored?.meaning.tokens).toEqual(whole.meaning.tokens);
  });

  it('may be written again, and loses to a later row in any order', async () => {
    const later = { ...whole, sequence: 7n, meaning: { ...whole.meaning, cost: cost(70n) } };
    await write((batch) => batch.addSpan(whole));
    for (let times = 0; times < 2; times += 1)
      await write((batch) => batch.repriceSpan(repriced(whole, 5n, cost(50n))));
    const read = async () => (await reader.readSpans(traceRowOf([whole])))[0]?.meaning.cost?.total;
    expect(await read()).toBe(50n);
    await write((batch) => batch.addSpan(later));
    await write((batch) => batch.repriceSpan(repriced(whole, 5n, cost(51n))));
    expect(await read()).toBe(70n);
  });

  it('that is not there stays away, also a withdrawn one', async () => {
    await write((batch) => batch.repriceSpan(repriced(whole, 5n, cost(50n))));
    await write((batch) => batch.addSpan(whole));
    await write((batch) => batch.withdrawSpan({ ...repriced(whole, 6n, undefined) }));
    await write((batch) => batch.repriceSpan(repriced(whole, 8n, cost(50n))));
    expect(await reader.readSpans(traceRowOf([whole]))).toEqual([]);
  });

  it('comes in thousands', async () => {
    const spans = Array.from({ length: 1200 }, (_, i) =>
      sampleSpan({ trace: 1 + (i % 3), span: i + 1, sequence: 1n }),
    );
    await write((batch) => {
      for (const span of spans) batch.addSpan(span);
    });
    await write((batch) => {
      for (const span of spans) batch.repriceSpan(repriced(span, 2n, cost(10n)));
    });
    const rows = await test.connection.select<{ spans: string; dollars: string }>(
      'SELECT toString(count()) AS spans, toString(sum(cost_total)) AS dollars FROM spans FINAL',
    );
    expect(rows).toEqual([{ spans: '1200', dollars: '0.000000012' }]);
  });
});
