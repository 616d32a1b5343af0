import { spanFacts, type NormalSpan, type TraceEntry } from '@millrace/domain';
import type { TracePlace } from '@millrace/ports';
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest';
import { migrateClickHouse } from '../migrations.ts';
import { ClickHouseTraceReader } from '../reading/clickhouse-trace-reader.ts';
import {
  BASE_NS,
  HOUR_NS,
  sampleSpan,
  SECOND_NS,
  spanId,
  traceId,
  traceRowOf,
  WORKSPACE,
} from '../testing/sample-spans.ts';
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
  for (const table of ['spans', 'traces', 'trace_index', 'trace_entries', 'dead_letters']) {
    await test.connection.command(`TRUNCATE TABLE ${table}`);
    await test.connection.command(`SYSTEM STOP MERGES ${table}`);
  }
});

async function write(spans: readonly NormalSpan[], entries: readonly TraceEntry[] = []): Promise<void> {
  const batch = store.openBatch();
  for (const span of spans) batch.addSpan(span);
  batch.addEntries({ workspaceId: WORKSPACE, traceId: traceId(1) }, entries);
  await batch.write();
}

async function writeTrace(
  spans: readonly NormalSpan[],
  entries: readonly TraceEntry[] = [],
  formerPlaces: readonly TracePlace[] = [],
  isDeleted = false,
): Promise<void> {
  await write(spans, entries);
  await store.writeTraces([{ row: traceRowOf(spans, entries), formerPlaces, isDeleted }]);
}

const entry = (
  kind: TraceEntry['kind'],
  key: string,
  value: string | undefined,
  sequence: bigint,
): TraceEntry => ({
  kind,
  key,
  value,
  sequence,
});

const search = (experimentId: number) =>
  reader.searchTraces({ workspaceId: WORKSPACE, experimentIds: [experimentId], order: [], limit: 100 });

describe('rows of any order, repetition and age, with merges stopped', () => {
  it('give the answers of each newest row once', async () => {
    const versions = [1n, 2n, 3n].map((sequence) =>
      sampleSpan({
        span: 1,
        sequence,
        source: { name: `v${sequence}` },
        meaning: { tokens: { input: Number(sequence) } },
      }),
    );
    const child = sampleSpan({ span: 2, parent: 1, sequence: 2n, startNs: BASE_NS + 90n * SECOND_NS });
    const [oldest, middle, newest] = versions;
    if (!oldest || !middle || !newest) throw new Error('three versions');
    const orders = [
      [oldest, middle, newest, child],
      [newest, child, oldest, newest, middle],
      [child, newest, child, oldest],
    ];
    const expected = traceRowOf([newest, child]);
    for (const order of orders) {
      for (const span of order) await write([span]);
      for (const span of [...order, newest]) {
        await store.writeTraces([
          { row: traceRowOf(span === child ? [newest, child] : [span]), formerPlaces: [], isDeleted: false },
        ]);
      }
      await store.writeTraces([{ row: expected, formerPlaces: [], isDeleted: false }]);
      expect(await reader.findTraces(WORKSPACE, [traceId(1)])).toEqual([expected]);
      expect((await search(1)).traces).toEqual([expected]);
      const spans = await reader.readSpans(expected);
      expect(spans.map((each) => each.span.name)).toEqual(['v3', 'step']);
      expect((await reader.readSkeleton(expected, { limit: 9 })).spans.length).toBe(2);
      const [loaded] = await store.loadTraces([{ workspaceId: WORKSPACE, traceId: traceId(1) }]);
      expect(new Set(loaded?.spans)).toEqual(new Set([spanFacts(newest), spanFacts(child)]));
    }
    const parts = await test.connection.select<{ n: string }>(
      "SELECT count() AS n FROM system.parts WHERE active AND database = 'millrace' AND table = 'spans'",
    );
    expect(Number(parts[0]?.n)).toBeGreaterThan(10);
  });

  it('follow a span that is sent again with another start or experiment', async () => {
    const first = sampleSpan({ span: 1, sequence: 1n });
    const moved = sampleSpan({ span: 1, sequence: 2n, startNs: BASE_NS + HOUR_NS, experimentId: 2 });
    await write([first]);
    const batch = store.openBatch();
    batch.addSpan(moved);
    batch.withdrawSpan({
      experimentId: 1,
      startTimeUnixNano: BASE_NS,
      traceId: traceId(1),
      spanId: spanId(1),
      sequence: 2n,
    });
    expect(batch.spanCount).toBe(1);
    await batch.write();
    await batch.write();
    await write([first]);
    const row = { ...traceRowOf([moved]), spanExperimentIds: [1, 2], minSpanStartUnixNano: BASE_NS };
    expect((await reader.readSpans(row)).map((each) => each.experimentId)).toEqual([2]);
    await store.writeTraces([{ row, formerPlaces: [], isDeleted: false }]);
    const [loaded] = await store.loadTraces([{ workspaceId: WORKSPACE, traceId: traceId(1) }]);
    expect(loaded?.spans).toEqual([spanFacts(moved)]);
  });

  it('follow a trace that moves to another hour and experiment and back', async () => {
    const here = sampleSpan({ span: 1, sequence: 1n });
    const there = sampleSpan({ span: 1, sequence: 2n, startNs: BASE_NS - HOUR_NS, experimentId: 2 });
    const back = sampleSpan({ span: 1, sequence: 3n });
    const place = (span: NormalSpan): TracePlace => ({
      experimentId: span.experimentId,
      requestTimeUnixNano: span.source.startTimeUnixNano,
    });
    const moves = [
      () => writeTrace([here]),
      () => writeTrace([there], [], [place(here)]),
      () => writeTrace([back], [], [place(here), place(there)]),
    ];
    const found = [here, there, back];
    for (const [index, move] of moves.entries()) {
      await move();
      await move();
      for (const older of moves.slice(0, index)) await older();
      const expected = traceRowOf(found.slice(index, index + 1));
      expect(await reader.findTraces(WORKSPACE, [traceId(1)])).toEqual([expected]);
      const both = [...(await search(1)).traces, ...(await search(2)).traces];
      expect(both).toEqual([expected]);
    }
    const [loaded] = await store.loadTraces([{ workspaceId: WORKSPACE, traceId: traceId(1) }]);
    expect(loaded?.version).toBe(3n);
    expect(loaded?.places.length).toBe(2);
  });

  it('hide a deleted trace from readers, not from the writer', async () => {
    const span = sampleSpan({ sequence: 1n });
    await writeTrace([span]);
    const deletion = entry('deletion', 'trace', '1', 5n);
    await writeTrace([span], [deletion], [], true);
    await store.writeTraces([{ row: traceRowOf([span]), formerPlaces: [], isDeleted: false }]);
    expect(await reader.findTraces(WORKSPACE, [traceId(1)])).toEqual([]);
    expect((await search(1)).traces).toEqual([]);
    const [loaded] = await store.loadTraces([{ workspaceId: WORKSPACE, traceId: traceId(1) }]);
    expect(loaded?.entries).toEqual([deletion]);
    expect(loaded?.version).toBe(5n);
  });
});

describe('loadTraces', () => {
  it('gives all that the row of a trace is computed from, for the stored ones of many', async () => {
    const root = sampleSpan({
      span: 1,
      sequence: 4n,
      meaning: {
        tokens: { input: 3, cacheRead: 0 },
        sessionId: 's',
        userId: '',
        model: 'm',
        traceTags: new Map([
          ['a', 'b'],
          ['1', ''],
        ]),
      },
      rest: { requestPreview: 'ask', responsePreview: '' },
    });
    const late = sampleSpan({
      span: 2,
      parent: 1,
      sequence: 5n,
      startNs: BASE_NS + 30n * HOUR_NS,
      experimentId: 7,
    });
    const entries = [
      entry('tag', 'k', 'old', 1n),
      entry('tag', 'k', undefined, 6n),
      entry('metadata', 'm', '', 2n),
      entry('completion', '5', '1', 7n),
    ];
    await writeTrace([root, late], entries);
    await writeTrace([sampleSpan({ trace: 2, workspaceId: 'other' })]);
    const keys = Array.from({ length: 2500 }, (_, number) => ({
      workspaceId: WORKSPACE,
      traceId: traceId(number),
    }));
    const loaded = await store.loadTraces([...keys, { workspaceId: 'other', traceId: traceId(2) }]);
    const [mine] = loaded.filter((trace) => trace.workspaceId === WORKSPACE);
    expect(loaded.map((trace) => trace.traceId).sort()).toEqual([traceId(1), traceId(2)]);
    expect(new Set(mine?.spans)).toEqual(new Set([spanFacts(root), spanFacts(late)]));
    expect(new Set(mine?.entries)).toEqual(new Set(entries.slice(1)));
    expect(mine?.places).toEqual([{ experimentId: 1, requestTimeUnixNano: BASE_NS }]);
  });

  it('knows nothing of ids that are not stored, or are no ids', async () => {
    expect(await store.loadTraces([])).toEqual([]);
    expect(await store.loadTraces([{ workspaceId: WORKSPACE, traceId: traceId(9) }])).toEqual([]);
    expect(await store.loadTraces([{ workspaceId: WORKSPACE, traceId: "'); DROP TABLE spans" }])).toEqual([]);
  });
});

describe('findUncompleted', () => {
  it('gives traces with an ended root whose present version was not announced', async () => {
    const now = BigInt(Date.now()) * 1_000_000n;
    const at = (trace: number, sequence: bigint, parent?: number) =>
      sampleSpan({ trace, sequence, startNs: now, ...(parent !== undefined && { parent }) });
    for (const span of [at(1, 1n), at(2, 1n), at(3, 1n, 9), at(4, 1n)]) await writeTrace([span]);
    await writeTrace([sampleSpan({ trace: 5, startNs: now - 10n * HOUR_NS })]);
    const batch = store.openBatch();
    batch.addEntries({ workspaceId: WORKSPACE, traceId: traceId(1) }, [entry('completion', '1', '', 2n)]);
    batch.addEntries({ workspaceId: WORKSPACE, traceId: traceId(2) }, [entry('completion', '0', '', 2n)]);
    await batch.write();
    await writeTrace([at(4, 8n)], [], [], true);
    const uncompleted = await store.findUncompleted(now - HOUR_NS);
    expect(uncompleted.map((trace) => trace.traceId)).toEqual([traceId(2)]);
    expect(await reader.readCompletedVersions(WORKSPACE, traceId(1))).toEqual([1n]);
    expect(await reader.readCompletedVersions(WORKSPACE, traceId(3))).toEqual([]);
  });
});

describe('rows from before content versions', () => {
  it('stay as announced as they were', async () => {
    const now = BigInt(Date.now()) * 1_000_000n;
    const span = (trace: number) => sampleSpan({ trace, sequence: 3n, startNs: now });
    await test.connection.command('SYSTEM START MERGES traces');
    await test.connection.command(
      'ALTER TABLE traces DROP COLUMN content_version, DROP COLUMN source_scorer',
    );
    try {
      await test.connection.command(insertOldRow(1, 5, now));
      await test.connection.command(insertOldRow(2, 6, now));
    } finally {
      await test.connection.command('DELETE FROM applied_migrations WHERE number = 7');
      await migrateClickHouse(test.connection);
    }
    const batch = store.openBatch();
    for (const trace of [1, 2]) {
      batch.addSpan(span(trace));
      batch.addEntries({ workspaceId: WORKSPACE, traceId: traceId(trace) }, [
        entry('completion', '5', '', 5n),
      ]);
    }
    await batch.write();
    const waiting = await store.findUncompleted(now - HOUR_NS);
    expect(waiting).toMatchObject([{ traceId: traceId(2), version: 6n, contentVersion: 6n }]);
    // A tag comes: the row is computed anew, and its content is older than what was announced.
    const row = traceRowOf([span(1)], [entry('tag', 'team', 'x', 9n)]);
    expect(row).toMatchObject({ version: 9n, contentVersion: 3n });
    await store.writeTraces([{ row, formerPlaces: [], isDeleted: false }]);
    expect(await store.findUncompleted(now - HOUR_NS)).toHaveLength(1);
  });

  function insertOldRow(trace: number, version: number, now: bigint): string {
    return `INSERT INTO traces (workspace_id, experiment_id, trace_id, version, request_time, state, is_root_ended)
      VALUES ('${WORKSPACE}', 1, unhex('${traceId(trace)}'), ${version}, fromUnixTimestamp64Nano(${now}), 'OK', 1)`;
  }
});

describe('dead letters', () => {
  const letter = (id: string, failedAt: number) => ({
    id,
    workspaceId: WORKSPACE,
    experimentId: 1,
    traceId: traceId(1),
    failedAt,
    reason: "it's bad\n",
    record: new Uint8Array([0, 255, 10, 39]),
  });

  it('are listed newest first, read with their bytes, and removed for good', async () => {
    const letters = [letter('0-1', 1000), letter('0-2', 2000), letter('1-1', 1500)];
    await store.writeDeadLetters(letters);
    await store.writeDeadLetters(letters);
    const listed = await store.listDeadLetters(WORKSPACE, 2);
    expect(listed.map((each) => [each.id, each.record.length])).toEqual([
      ['0-2', 0],
      ['1-1', 0],
    ]);
    expect(await store.readDeadLetters(WORKSPACE, ['0-1', 'nope'])).toEqual([letters[0]]);
    expect(await store.readDeadLetters('other', ['0-1'])).toEqual([]);
    await store.removeDeadLetters(WORKSPACE, ['0-2']);
    await store.writeDeadLetters([letter('0-2', 2000)]);
    expect((await store.listDeadLetters(WORKSPACE, 9)).map((each) => each.id)).toEqual(['1-1', '0-1']);
  });
});

describe('inserts', () => {
  it('may span hundreds of weeks at once', async () => {
    const spans = Array.from({ length: 300 }, (_, week) =>
      sampleSpan({ trace: week + 1, startNs: BASE_NS - BigInt(week) * 7n * 24n * HOUR_NS }),
    );
    await write(spans);
    const [row] = await test.connection.select<{ n: string }>('SELECT count() AS n FROM spans');
    expect(row?.n).toBe('300');
  });

  it('keep a request time that no calendar has', async () => {
    const row = { ...traceRowOf([sampleSpan()]), requestTimeUnixNano: 10n ** 21n, durationNano: 10n ** 21n };
    await store.writeTraces([{ row, formerPlaces: [], isDeleted: false }]);
    const [found] = await reader.findTraces(WORKSPACE, [traceId(1)]);
    expect(found?.requestTimeUnixNano).toBe((2n ** 32n - 1n) * SECOND_NS);
    expect((await search(1)).traces.length).toBe(1);
  });

  it(
    'are whole after the engine is killed in their midst, and go on once it is back',
    { timeout: 60_000 },
    async () => {
      const numbers = Array.from({ length: 24 }, (_, index) => index + 1);
      for (const number of numbers) {
        const batch = store.openBatch();
        for (let span = 1; span <= 200; span += 1) {
          const attributes = new Map([['k', 'v'.repeat(500)]]);
          batch.addSpan(sampleSpan({ trace: number, span, source: { attributes } }));
        }
        const written = vi.waitFor(() => batch.write(), { timeout: 20_000, interval: 50 });
        if (number % 8 === 0) await test.engine.kill();
        await written;
      }
      await vi.waitFor(() => store.checkReady(), { timeout: 20_000, interval: 50 });
      const rows = await test.connection.select<{ trace: string; n: string }>(
        'SELECT lower(hex(trace_id)) AS trace, count() AS n FROM spans FINAL GROUP BY trace_id ORDER BY trace',
      );
      expect(rows).toEqual(numbers.map((number) => ({ trace: traceId(number), n: '200' })));
    },
  );

  it('are Unavailable while nothing answers', async () => {
    const { ClickHouseConnection } = await import('../connection/clickhouse-connection.ts');
    const nowhere = new ClickHouseConnection('http://millrace:x@127.0.0.1:9/millrace');
    const lost = new ClickHouseSpanStore(nowhere);
    await expect(lost.checkReady()).rejects.toMatchObject({ name: 'Unavailable' });
    const batch = lost.openBatch();
    batch.addSpan(sampleSpan());
    await expect(batch.write()).rejects.toMatchObject({ name: 'Unavailable' });
    await nowhere.close();
  });
});
