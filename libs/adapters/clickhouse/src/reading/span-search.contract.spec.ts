import { parseSpanSearch, type NormalSpan } from '@millrace/domain';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import { BASE_NS, HOUR_NS, sampleSpan, SECOND_NS, traceRowOf, WORKSPACE } from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ClickHouseTraceAnalytics } from './clickhouse-trace-analytics.ts';
import { ClickHouseTraceReader } from './clickhouse-trace-reader.ts';

/** Each trace says who it is for on a span that is no root. */
function traceOf(trace: number, startNs: bigint): NormalSpan[] {
  const model = trace === 1 ? 'gpt-4o' : 'mini';
  return [
    sampleSpan({ trace, span: 1, startNs, source: { name: 'root' } }),
    sampleSpan({
      trace,
      span: 2,
      parent: 1,
      startNs: startNs + SECOND_NS,
      source: { name: 'call', attributes: new Map([['tier', 'gold']]) },
      meaning: {
        type: 'LLM',
        model,
        sessionId: `s${trace}`,
        userId: `u${trace}`,
        traceTags: new Map([['env', trace === 1 ? 'prod' : 'test']]),
        promptVersions: [{ name: 'greet', version: String(trace) }],
        loggedModel: `m-${trace}`,
      },
    }),
    sampleSpan({ trace, span: 3, parent: 2, startNs: startNs + 2n * SECOND_NS, source: { name: 'tool' } }),
  ];
}

let test: TestEngine;
let reader: ClickHouseTraceReader;

beforeAll(async () => {
  test = await startTestEngine();
  reader = new ClickHouseTraceReader(test.connection);
  const store = new ClickHouseSpanStore(test.connection);
  await test.connection.command('SYSTEM STOP MERGES');
  for (const version of [1n, 2n]) {
    const traces = [traceOf(1, BASE_NS), traceOf(2, BASE_NS + 50n * HOUR_NS)];
    const batch = store.openBatch();
    const rows = traces.map((spans) => {
      const told = spans.map((span): NormalSpan => {
        const { sessionId } = span.meaning;
        const wrong = version === 1n && sessionId !== undefined;
        return {
          ...span,
          sequence: version,
          ...(wrong && { meaning: { ...span.meaning, sessionId: 'old' } }),
        };
      });
      for (const span of told) batch.addSpan(span);
      return { row: traceRowOf(told), formerPlaces: [], isDeleted: false };
    });
    await batch.write();
    await store.writeTraces(rows);
  }
});
afterAll(() => test.stop());

async function find(text: string, limit = 10): Promise<string[]> {
  const filter = parseSpanSearch(text);
  const search = { workspaceId: WORKSPACE, experimentIds: [1], limit, ...(filter && { filter }) };
  const found: string[] = [];
  let after: string | undefined;
  do {
    const page = await reader.searchSpans({ ...search, ...(after !== undefined && { after }) });
    found.push(...page.spans.map(({ traceId, name }) => `${parseInt(traceId, 16)}/${name}`));
    after = page.next;
  } while (after !== undefined);
  return found;
}

describe('a search of spans', () => {
  it('gives each once, the newest first, page by page', async () => {
    const all = ['2/tool', '2/call', '2/root', '1/tool', '1/call', '1/root'];
    expect(await find('')).toEqual(all);
    expect(await find('', 1)).toEqual(all);
    expect(await find('', 4)).toEqual(all);
  });

  it.each([
    ["trace.session = 's1'", ['1/tool', '1/call', '1/root']],
    ["trace.session = 'old'", []],
    ["session = 's1'", ['1/call']],
    ["trace.user = 'u2' AND name = 'tool'", ['2/tool']],
    ["trace.tags.env = 'prod' AND NOT type = 'LLM'", ['1/tool', '1/root']],
    ["trace.prompt = 'greet/2' OR model = 'gpt-4o'", ['2/tool', '2/call', '2/root', '1/call']],
    ["NOT trace.logged_model = 'm-2' AND name LIKE 'r%'", ['1/root']],
    ["ancestor(model = 'mini')", ['2/tool']],
    ["attributes.tier = 'gold' AND trace.span_count = 3", ['2/call', '1/call']],
  ])('%s', async (text, expected) => {
    expect(await find(text)).toEqual(expected);
  });

  it('keeps to its bounds and refuses the token of another', async () => {
    const search = { workspaceId: WORKSPACE, experimentIds: [1], limit: 2 };
    const early = await reader.searchSpans({ ...search, toUnixNano: BASE_NS + 2n * SECOND_NS });
    expect(early.spans.map(({ name }) => name)).toEqual(['call', 'root']);
    const { next = '' } = await reader.searchSpans(search);
    await expect(reader.searchSpans({ ...search, after: next, fromUnixNano: 1n })).rejects.toThrow(
      'another search',
    );
    expect(await reader.searchSpans({ ...search, experimentIds: [7] })).toEqual({ spans: [] });
  });
});

it('figures of spans know session, user and tags of their traces', async () => {
  const analytics = new ClickHouseTraceAnalytics(test.connection);
  const query = {
    workspaceId: WORKSPACE,
    experimentIds: [1],
    view: 'spans',
    fromUnixNano: BASE_NS,
    toUnixNano: BASE_NS + 99n * HOUR_NS,
    limit: 10,
  } as const;
  const count = { of: 'rows', aggregate: 'sum' } as const;
  const users = { of: 'users', aggregate: 'sum' } as const;
  const by = async (of: 'session' | 'user' | 'tag') =>
    (await analytics.measure({ ...query, measures: [count, users], dimensions: [{ of, key: 'env' }] })).map(
      ({ dimensions, measures }) => [...dimensions, ...measures],
    );
  expect(await by('session')).toEqual([
    ['s1', 3, 1],
    ['s2', 3, 1],
  ]);
  expect(await by('user')).toEqual([
    ['u1', 3, 1],
    ['u2', 3, 1],
  ]);
  expect(await by('tag')).toEqual([
    ['prod', 3, 1],
    ['test', 3, 1],
  ]);
});
