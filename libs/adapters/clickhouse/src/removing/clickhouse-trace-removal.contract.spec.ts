import { DELETION_KEY, type NormalSpan, type TraceEntry } from '@millrace/domain';
import type { TraceSelection } from '@millrace/ports';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { ClickHouseTraceReader } from '../reading/clickhouse-trace-reader.ts';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { sampleSpan, SECOND_NS, BASE_NS, traceId, traceRowOf, WORKSPACE } from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ClickHouseTraceRemoval } from './clickhouse-trace-removal.ts';

const TABLES = ['spans', 'traces', 'trace_index', 'trace_entries', 'dead_letters'];
const PAGE = { limit: 100 };

let test: TestEngine;
let store: ClickHouseSpanStore;
let reader: ClickHouseTraceReader;
let removal: ClickHouseTraceRemoval;

beforeAll(async () => {
  test = await startTestEngine();
  store = new ClickHouseSpanStore(test.connection);
  reader = new ClickHouseTraceReader(test.connection);
  removal = new ClickHouseTraceRemoval(test.connection);
});
afterAll(() => test.stop());

beforeEach(async () => {
  for (const table of TABLES) await test.connection.command(`TRUNCATE TABLE ${table}`);
});

const tombstone = (sequence: bigint): TraceEntry => ({
  kind: 'deletion',
  key: DELETION_KEY,
  value: 'removed',
  sequence,
});

/** As the writer stores them: a deleted trace's spans are withdrawn with what withdraws them. */
async function storeTrace(
  spans: readonly NormalSpan[],
  entries: readonly TraceEntry[] = [],
  isDeleted = false,
): Promise<void> {
  const id = spans[0]?.source.traceId ?? traceId(1);
  const batch = store.openBatch();
  for (const span of spans) batch.addSpan(span);
  batch.addEntries({ workspaceId: WORKSPACE, traceId: id }, entries);
  if (isDeleted) for (const span of spans) batch.withdrawSpan(withdrawalOf(span));
  await batch.write();
  await store.writeTraces([{ row: traceRowOf(spans, entries), formerPlaces: [], isDeleted }]);
}

function withdrawalOf({ experimentId, sequence, source }: NormalSpan) {
  const { traceId: id, spanId, startTimeUnixNano } = source;
  return { experimentId, startTimeUnixNano, traceId: id, spanId, sequence };
}

const select = (...numbers: number[]): TraceSelection => ({
  workspaceId: WORKSPACE,
  traceIds: numbers.map(traceId),
  experimentIds: [1, 2],
});

const spanOf = (trace: number, user: string, session = `of ${user}`, span = 1): NormalSpan =>
  sampleSpan({
    trace,
    span,
    ...(span > 1 && { parent: 1 }),
    startNs: BASE_NS + BigInt(span) * SECOND_NS,
    meaning: { userId: user, sessionId: session },
    source: { attributes: new Map([['secret', `${user}'s own words`]]) },
  });

const countRows = async (table: string, condition = '1'): Promise<number> => {
  const [row] = await test.connection.select<{ n: string }>(
    `SELECT count() AS n FROM ${table} WHERE ${condition}`,
  );
  return Number(row?.n);
};

describe('removing traces', () => {
  it('leaves the tombstone and the other traces, and after the purge no part holds a row', async () => {
    await storeTrace(
      [spanOf(1, 'ann'), spanOf(1, 'ann', 'of ann', 2)],
      [{ kind: 'tag', key: 'note', value: "ann's own words", sequence: 3n }],
    );
    await storeTrace([spanOf(2, 'bob')]);
    await store.writeDeadLetters([
      {
        id: '1-1',
        workspaceId: WORKSPACE,
        experimentId: 1,
        traceId: traceId(1),
        failedAt: 1,
        reason: 'bad',
        record: Buffer.from("ann's own words"),
      },
      {
        id: '1-2',
        workspaceId: WORKSPACE,
        experimentId: 1,
        traceId: traceId(2),
        failedAt: 1,
        reason: 'bad',
        record: Buffer.from("bob's own words"),
      },
    ]);
    expect(await removal.count(select(1))).toMatchObject({ spans: 2, traces: 1, entries: 1, deadLetters: 1 });
    expect((await removal.count(select(1))).bytes).toBeGreaterThan(0);
    await storeTrace([spanOf(1, 'ann'), spanOf(1, 'ann', 'of ann', 2)], [tombstone(4n)], true);

    await removal.remove(select(1));
    expect(await removal.count(select(1))).toEqual({
      spans: 0,
      traces: 0,
      entries: 0,
      deadLetters: 0,
      bytes: 0,
    });
    expect((await removal.count(select(2))).spans).toBe(1);
    await removal.purge();
    for (const table of TABLES) {
      const [masked] = await test.connection.select<{ n: string }>(
        'SELECT count() AS n FROM system.parts WHERE active AND table = {table:String} AND has_lightweight_delete',
        { table },
      );
      expect([table, masked?.n]).toEqual([table, '0']);
    }
    // As the engine reads it where the mark is not looked at.
    const [kept] = await test.connection.select<{ n: string }>(
      'SELECT count() AS n FROM spans SETTINGS apply_deleted_mask = 0',
    );
    expect(kept?.n).toBe('1');

    const [known] = await store.loadTraces([{ workspaceId: WORKSPACE, traceId: traceId(1) }]);
    expect(known?.spans).toEqual([]);
    expect(known?.entries).toEqual([tombstone(4n)]);
    expect((await reader.findTraces(WORKSPACE, [traceId(1), traceId(2)])).map((row) => row.traceId)).toEqual([
      traceId(2),
    ]);
    expect((await store.listDeadLetters(WORKSPACE, 9)).map(({ id }) => id)).toEqual(['1-2']);
    await removal.remove(select(1));
    await removal.purge();
  });

  it('within bounds, and of the workspace alone', async () => {
    await storeTrace([spanOf(1, 'ann')]);
    const later = { ...select(1), fromUnixNano: BASE_NS + 60n * SECOND_NS };
    expect((await removal.count(later)).spans).toBe(0);
    expect(
      (await removal.count({ ...select(1), fromUnixNano: BASE_NS, toUnixNano: BASE_NS + SECOND_NS })).spans,
    ).toBe(1);
    const other = { ...select(1), workspaceId: 'other', experimentIds: [7] };
    await removal.remove(other);
    expect(await removal.count(other)).toEqual({ spans: 0, traces: 0, entries: 0, deadLetters: 0, bytes: 0 });
    expect(await reader.findTraces(WORKSPACE, [traceId(1)])).toHaveLength(1);
  });

  it('what comes later stays withdrawn, is found, and goes with the next removal', async () => {
    await storeTrace([spanOf(1, 'ann')], [tombstone(4n)], true);
    await removal.remove(select(1));
    expect(await removal.findDeleted({ workspaceId: WORKSPACE, before: Date.now() + 5_000 }, PAGE)).toEqual(
      [],
    );

    await storeTrace([spanOf(1, 'ann', 'of ann', 3)], [tombstone(4n)], true);
    expect(await reader.findTraces(WORKSPACE, [traceId(1)])).toEqual([]);
    expect(await removal.findDeleted({ workspaceId: WORKSPACE, before: Date.now() + 5_000 }, PAGE)).toEqual([
      traceId(1),
    ]);
    expect(await removal.findDeleted({ workspaceId: WORKSPACE, before: Date.now() - 60_000 }, PAGE)).toEqual(
      [],
    );
    await removal.remove(select(1));
    expect(await removal.findDeleted({ workspaceId: WORKSPACE, before: Date.now() + 5_000 }, PAGE)).toEqual(
      [],
    );

    const batch = store.openBatch();
    batch.addEntries({ workspaceId: WORKSPACE, traceId: traceId(1) }, [
      { kind: 'tag', key: 'late', value: 'word', sequence: 9n },
    ]);
    await batch.write();
    expect(await removal.findDeleted({ workspaceId: WORKSPACE, before: Date.now() + 5_000 }, PAGE)).toEqual([
      traceId(1),
    ]);
    await removal.remove(select(1));
    expect(await countRows('trace_entries', "kind != 'deletion'")).toBe(0);
  });
});

describe('finding traces', () => {
  it('of a user or session, by rows of any version, page by page', async () => {
    for (const table of ['spans', 'traces']) await test.connection.command(`SYSTEM STOP MERGES ${table}`);
    await storeTrace([spanOf(1, 'ann', 'first')]);
    await storeTrace([spanOf(2, 'ann', 'second')]);
    await storeTrace([spanOf(3, 'bob', 'first')]);
    // Named ann once: bob's since.
    await storeTrace([sampleSpan({ trace: 4, sequence: 1n, meaning: { userId: 'ann' } })]);
    await storeTrace([sampleSpan({ trace: 4, sequence: 2n, meaning: { userId: 'bob' } })]);
    await storeTrace([sampleSpan({ trace: 5, experimentId: 2, meaning: { userId: 'ann' } })]);
    const ofAnn = { workspaceId: WORKSPACE, userId: 'ann' };
    expect(await removal.findOf(ofAnn, PAGE)).toEqual([1, 2, 4, 5].map(traceId));
    expect(await removal.findOf(ofAnn, { limit: 2 })).toEqual([1, 2].map(traceId));
    expect(await removal.findOf(ofAnn, { limit: 2, after: traceId(2) })).toEqual([4, 5].map(traceId));
    expect(await removal.findOf({ ...ofAnn, experimentIds: [2] }, PAGE)).toEqual([traceId(5)]);
    expect(await removal.findOf({ ...ofAnn, sessionId: 'second' }, PAGE)).toEqual([traceId(2)]);
    expect(await removal.findOf({ workspaceId: WORKSPACE, sessionId: 'first' }, PAGE)).toEqual(
      [1, 3].map(traceId),
    );
    expect(await removal.findOf({ workspaceId: 'other', userId: 'ann' }, PAGE)).toEqual([]);
    expect(await removal.findOf({ workspaceId: WORKSPACE }, PAGE)).toEqual([]);
    const facts = await removal.describe(select(1, 4, 9));
    expect(new Map(facts.map((each) => [each.traceId, each])).get(traceId(1))).toEqual({
      traceId: traceId(1),
      experimentIds: [1],
      userIds: ['ann'],
      sessionIds: ['first'],
      spanCount: 1,
    });
    expect(facts.map((each) => each.traceId).sort()).toEqual([1, 4].map(traceId));
    for (const table of ['spans', 'traces']) await test.connection.command(`SYSTEM START MERGES ${table}`);
  });

  it('of the calls of judges that assessed them', async () => {
    const assessment = (judge: number): TraceEntry => ({
      kind: 'assessment',
      key: `a-${judge}`,
      value: JSON.stringify({
        assessment_name: 'safe',
        metadata: { 'mlflow.assessment.scorerTraceId': `tr-${traceId(judge)}` },
      }),
      sequence: 2n,
    });
    await storeTrace(
      [spanOf(1, 'ann')],
      [assessment(7), assessment(8), { ...assessment(9), key: 'none', value: '{}' }],
    );
    const found = await removal.findJudging(WORKSPACE, [traceId(1)]);
    expect([...found].sort()).toEqual([7, 8].map(traceId));
    expect(await removal.findJudging('other', [traceId(1)])).toEqual([]);
  });
});

/** Small numbers out of a seed, the same each time. */
function* numbersFrom(seed: number): Generator<number> {
  for (let state = seed; ;) {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    yield state >>> 8;
  }
}

describe('spans, deletions, removals and late spans in any order', () => {
  it.each([3, 8])('show a trace whole or not at all (seed %i)', async (seed) => {
    const numbers = numbersFrom(seed);
    const next = (below: number): number => Number(numbers.next().value) % below;
    // What was stored of each trace, and which of them were deleted.
    const spans = new Map<number, NormalSpan[]>();
    const deleted = new Set<number>();
    for (let sequence = 1n; sequence <= 14n; sequence += 1n) {
      const trace = 1 + next(3);
      const deed = ['delete', 'span', 'span', 'remove'][next(4)];
      const known = spans.get(trace) ?? [];
      if (deed === 'remove') {
        if (deleted.has(trace)) await removal.remove(select(trace));
        continue;
      }
      if (deed === 'delete') {
        if (known.length === 0) continue;
        deleted.add(trace);
      } else {
        known.push(spanWith(trace, 1 + next(3), sequence));
        spans.set(trace, known);
      }
      const isGone = deleted.has(trace);
      await storeTrace(newestOf(known), isGone ? [tombstone(sequence)] : [], isGone);
    }
    for (let trace = 1; trace <= 3; trace += 1) {
      const expected = deleted.has(trace) ? [] : newestOf(spans.get(trace) ?? []);
      const rows = await reader.findTraces(WORKSPACE, [traceId(trace)]);
      expect(rows.length).toBe(expected.length > 0 ? 1 : 0);
      for (const row of rows) expect(row.spanCount).toBe(expected.length);
    }
    const gone = await removal.findDeleted({ workspaceId: WORKSPACE, before: Date.now() + 5_000 }, PAGE);
    for (const id of gone) expect([...deleted].map(traceId)).toContain(id);
    await removal.remove(select(...deleted));
    await removal.purge();
    for (const trace of deleted) expect((await removal.count(select(trace))).spans).toBe(0);
    expect(await removal.findDeleted({ workspaceId: WORKSPACE, before: Date.now() + 5_000 }, PAGE)).toEqual(
      [],
    );
  });
});

const isNewest = (span: NormalSpan, at: number, all: readonly NormalSpan[]): boolean =>
  all.findLastIndex(({ source }) => source.spanId === span.source.spanId) === at;
const newestOf = (spans: readonly NormalSpan[]): NormalSpan[] => spans.filter(isNewest);
const spanWith = (trace: number, span: number, sequence: bigint): NormalSpan =>
  sampleSpan({
    trace,
    span,
    sequence,
    ...(span > 1 && { parent: 1 }),
    startNs: BASE_NS + BigInt(span) * SECOND_NS,
  });
