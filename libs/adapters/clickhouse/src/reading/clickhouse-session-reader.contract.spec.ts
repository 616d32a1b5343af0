import { parseFilter, type NormalSpan } from '@millrace/domain';
import type { SessionOrder, SessionSearch } from '@millrace/ports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { BASE_NS, HOUR_NS, sampleSpan, SECOND_NS, traceRowOf, WORKSPACE } from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ClickHouseSessionReader } from './clickhouse-session-reader.ts';

const PICO = 1_000_000_000_000n;

function turn(trace: number, sessionId: string | undefined, isError = false): NormalSpan {
  const startNs = BASE_NS + BigInt(trace) * HOUR_NS;
  return sampleSpan({
    trace,
    startNs,
    source: { statusCode: isError ? 2 : 1, endTimeUnixNano: startNs + SECOND_NS },
    meaning: {
      ...(sessionId !== undefined && { sessionId, userId: `u${trace % 2}` }),
      tokens: { input: sessionId === 'b' ? 1000 : 10, output: trace },
      ...(sessionId === 'a' && {
        cost: { input: 0n, cache: 0n, output: 0n, total: PICO, price: 'client' },
      }),
    },
    rest: { requestPreview: `ask ${trace}`, responsePreview: `answer ${trace}` },
  });
}

let test: TestEngine;
let reader: ClickHouseSessionReader;

beforeAll(async () => {
  test = await startTestEngine();
  reader = new ClickHouseSessionReader(test.connection);
  const store = new ClickHouseSpanStore(test.connection);
  await test.connection.command('SYSTEM STOP MERGES');
  const turns = [
    turn(1, 'a'),
    turn(2, 'a', true),
    turn(3, 'b'),
    turn(4, 'a'),
    turn(5, undefined),
    turn(6, 'c'),
  ];
  for (const sequence of [1n, 2n]) {
    const rows = turns.map((span) => traceRowOf([{ ...span, sequence }]));
    await store.writeTraces(rows.map((row) => ({ row, formerPlaces: [], isDeleted: false })));
  }
});
afterAll(() => test.stop());

const search = { workspaceId: WORKSPACE, experimentIds: [1], order: 'last_activity', limit: 10 } as const;
const list = async (some: Partial<SessionSearch> = {}) =>
  (await reader.listSessions({ ...search, ...some })).sessions.map(({ sessionId }) => sessionId);

describe('sessions', () => {
  it('are what their newest traces come to, each counted once', async () => {
    const session = await reader.findSession(WORKSPACE, [1], 'a');
    expect(session).toEqual({
      sessionId: 'a',
      firstUnixNano: BASE_NS + HOUR_NS,
      lastUnixNano: BASE_NS + 4n * HOUR_NS + SECOND_NS,
      traceCount: 3,
      errorCount: 1,
      userIds: ['u0', 'u1'],
      tokens: expect.objectContaining({ input: 30, output: 7, total: 37 }),
      cost: { input: 0n, cache: 0n, output: 0n, total: 3n * PICO },
      requestPreview: 'ask 1',
      responsePreview: 'answer 4',
    });
    expect(await reader.findSession(WORKSPACE, [1], "a' OR 1=1")).toBeUndefined();
    expect(await reader.findSession(WORKSPACE, [2], 'a')).toBeUndefined();
    expect((await reader.findSession(WORKSPACE, [1], 'b'))?.cost).toBeUndefined();
  });

  it.each<[SessionOrder, string[]]>([
    ['last_activity', ['c', 'a', 'b']],
    ['traces', ['a', 'b', 'c']],
    ['tokens', ['b', 'a', 'c']],
    ['cost', ['a', 'b', 'c']],
  ])('stand in order of %s, page by page', async (order, expected) => {
    expect(await list({ order })).toEqual(expected);
    const paged: string[] = [];
    let after: string | undefined;
    do {
      const page = await reader.listSessions({
        ...search,
        order,
        limit: 1,
        ...(after !== undefined && { after }),
      });
      paged.push(...page.sessions.map(({ sessionId }) => sessionId));
      after = page.next;
    } while (after !== undefined);
    expect(paged).toEqual(expected);
  });

  it('count the traces of a filter and of a time only', async () => {
    const filter = parseFilter("status = 'ERROR'");
    const found = await reader.listSessions({ ...search, ...(filter && { filter }) });
    expect(found.sessions).toMatchObject([{ sessionId: 'a', traceCount: 1, requestPreview: 'ask 2' }]);
    expect(await list({ fromUnixNano: BASE_NS + 3n * HOUR_NS, toUnixNano: BASE_NS + 6n * HOUR_NS })).toEqual([
      'a',
      'b',
    ]);
    const { next = '' } = await reader.listSessions({ ...search, limit: 1 });
    await expect(list({ after: next, order: 'cost' })).rejects.toThrow('another search');
  });
});
