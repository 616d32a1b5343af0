import type { AttributeValue, OtlpSpan, PriceOverride } from '@millrace/domain';
import { encodeTracesRequest } from '@millrace/otlp';
import { encodeRepriceRecord, encodeSpansRecord } from '@millrace/ports';
import { describe, expect, it } from 'vitest';
import { CrashPoints } from './testing/crash-points.ts';
import { LogFile, MemorySpanLog } from './testing/memory-span-log.ts';
import { MemorySpanStore, StoredTables } from './testing/memory-span-store.ts';
import { settle, storeAll } from './testing/store-all.ts';
import { MemoryDomainEvents, MemoryPriceDirectory, startWriter } from './testing/writer-process.ts';

const RECEIVED_AT = Date.UTC(2026, 10, 21, 12);
const START = BigInt(RECEIVED_AT) * 1_000_000n;
const TRACE = '1'.padStart(32, '0');
const TABLE = 'table@2026-11-21#openai/gpt-4o';
const OVERRIDE = 'override@7#gpt-4o';

type Attributes = Readonly<Record<string, AttributeValue>>;

const CALL: Attributes = {
  'gen_ai.request.model': 'gpt-4o',
  'gen_ai.provider.name': 'openai',
  'gen_ai.usage.input_tokens': 1000n,
  'gen_ai.usage.output_tokens': 100n,
};
const AGREED: PriceOverride = {
  model: 'gpt-4o',
  provider: undefined,
  rates: { input: 1_000_000n, output: 1_000_000n },
  revision: 7,
};

function span(number: number, attributes: Attributes = CALL, more: Partial<OtlpSpan> = {}): OtlpSpan {
  const start = START + BigInt(number);
  return {
    traceId: TRACE,
    spanId: String(number + 1).padStart(16, '0'),
    parentSpanId: number === 0 ? undefined : '1'.padStart(16, '0'),
    name: 'call',
    kind: 1,
    startTimeUnixNano: start,
    endTimeUnixNano: start + 1_000n,
    statusCode: 0,
    statusMessage: '',
    traceState: '',
    attributes: new Map(Object.entries(attributes)),
    events: [],
    links: [],
    origin: { resource: new Map(), scopeName: '', scopeVersion: '' },
    ...more,
  };
}

const HEADER = { workspaceId: 'default', experimentId: 0, traceId: TRACE, receivedAt: RECEIVED_AT };
const spans = (...own: readonly OtlpSpan[]) => encodeSpansRecord(HEADER, [encodeTracesRequest(own)]);
const reprice = (...overrides: readonly PriceOverride[]) => encodeRepriceRecord(HEADER, overrides);

const prices = (tables: StoredTables) => tables.visibleSpans().map(({ meaning }) => meaning.cost?.price);
const total = (tables: StoredTables) => tables.visibleTraces()[0]?.cost?.total;

describe('the cost of a span', () => {
  it('is that of its tokens by the table, and the trace has the sum', async () => {
    const tables = await storeAll([spans(span(1), span(2))]);
    expect(prices(tables)).toEqual([TABLE, TABLE]);
    expect(tables.visibleTraces()[0]?.cost).toMatchObject({ total: 7_000_000_000n, prices: [TABLE] });
    expect(tables.visibleTraces()[0]?.metadata.get('mlflow.trace.cost')).toBe(
      '{"input_cost":0.005,"output_cost":0.002,"total_cost":0.007}',
    );
  });

  it('is unknown for an unknown model, and so for the trace', async () => {
    const tables = await storeAll([spans(span(0, { ...CALL, 'gen_ai.request.model': 'house-model' }))]);
    expect(tables.visibleTraces()).toMatchObject([{ cost: undefined, tokens: { input: 1000 } }]);
  });

  it('is what the client told, whatever was set', async () => {
    const parts = { prices: new MemoryPriceDirectory([AGREED]) };
    const tables = await storeAll(
      [spans(span(0, { ...CALL, 'gen_ai.usage.cost': 0.5 })), reprice(AGREED)],
      parts,
    );
    expect(tables.visibleTraces()[0]?.cost).toMatchObject({ total: 500_000_000_000n, prices: ['client'] });
  });

  it('is by the price that the workspace set', async () => {
    const tables = await storeAll([spans(span(0))], { prices: new MemoryPriceDirectory([AGREED]) });
    expect(prices(tables)).toEqual([OVERRIDE]);
    expect(total(tables)).toBe(1_100_000_000n);
  });
});

describe('a reprice', () => {
  it.each([1, 100])('changes costs and nothing else (linger %d ms)', async (lingerMs) => {
    const before = await storeAll([spans(span(0), span(1, {}))]);
    const after = await storeAll([spans(span(0), span(1, {})), reprice(AGREED)], { config: { lingerMs } });
    const without = (tables: StoredTables) =>
      tables
        .visibleSpans()
        .map(({ meaning: { cost: _, ...meaning }, sequence: __, ...rest }) => ({ ...rest, meaning }));
    expect(without(after)).toEqual(without(before));
    expect(prices(after)).toEqual([OVERRIDE, undefined]);
    expect(after.visibleTraces()).toMatchObject([{ version: 2n, cost: { total: 1_100_000_000n } }]);
  });

  it('takes a cost away that no price makes any more, and gives it back', async () => {
    const unknown = { ...CALL, 'gen_ai.request.model': 'house-model' };
    const agreed = { ...AGREED, model: 'house-model' };
    const parts = { prices: new MemoryPriceDirectory([agreed]) };
    expect(total(await storeAll([spans(span(0, unknown))], parts))).toBe(1_100_000_000n);
    expect(total(await storeAll([spans(span(0, unknown)), reprice()], parts))).toBeUndefined();
    expect(total(await storeAll([spans(span(0, unknown)), reprice(), reprice(agreed)], parts))).toBe(
      1_100_000_000n,
    );
  });

  it('loses to spans that come after it', async () => {
    const late = span(0, { ...CALL, 'gen_ai.usage.input_tokens': 2000n });
    const tables = await storeAll([spans(span(0)), reprice(AGREED), spans(late)]);
    expect(prices(tables)).toEqual([TABLE]);
    expect(total(tables)).toBe(6_000_000_000n);
  });

  it('changes nothing when no cost differs, and nothing of a trace that is not there', async () => {
    const tables = await storeAll([spans(span(0)), reprice()]);
    expect(tables.visibleTraces()).toMatchObject([{ version: 1n }]);
    expect((await storeAll([reprice(AGREED)])).visibleTraces()).toEqual([]);
  });

  it('does not reopen a complete trace', async () => {
    const file = new LogFile();
    const tables = new StoredTables();
    const events = new MemoryDomainEvents();
    const store = new MemorySpanStore(tables, new CrashPoints());
    const log = new MemorySpanLog(file, new CrashPoints());
    const writer = startWriter({ log, store, events, config: { completionIdleMs: 20 } });
    const types = () => events.published.map(({ type }) => type);
    await log.append([{ key: '', value: spans(span(0)) }]);
    await expect.poll(types, { timeout: 5_000 }).toEqual(['trace.completed']);
    await log.append([{ key: '', value: reprice(AGREED) }]);
    await expect.poll(() => prices(tables), { timeout: 5_000 }).toEqual([OVERRIDE]);
    await writer.beforeApplicationShutdown();
    expect(await store.findUncompleted()).toEqual([]);
    expect(types()).toEqual(['trace.completed']);
  });

  it('survives a kill between any two steps', async () => {
    const records = [spans(span(0)), reprice(AGREED), spans(span(1), span(2)), reprice(), reprice(AGREED)];
    const expected = total(await storeAll(records));
    const whole = new CrashPoints();
    await runUntilDeath(new LogFile(), new StoredTables(), whole);
    for (let step = 1; step <= whole.count; step += 1) {
      const file = new LogFile();
      const tables = new StoredTables();
      await runUntilDeath(file, tables, new CrashPoints(step));
      await settle(file, tables);
      expect(prices(tables), `killed at step ${step}`).toEqual([OVERRIDE, OVERRIDE, OVERRIDE]);
      expect(total(tables)).toBe(expected);
    }

    async function runUntilDeath(file: LogFile, tables: StoredTables, crash: CrashPoints): Promise<void> {
      const log = new MemorySpanLog(file, crash);
      startWriter({ log, store: new MemorySpanStore(tables, crash), config: { lingerMs: 0 } });
      for (const value of records) {
        await log.append([{ key: '', value }]);
        await Promise.race([crash.death, new Promise((resolve) => setTimeout(resolve, 3))]);
      }
      await Promise.race([crash.death, log.barrier()]);
    }
  });
});
