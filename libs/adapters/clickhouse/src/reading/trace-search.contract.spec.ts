import type {
  Comparator,
  Comparison,
  Filter,
  NormalSpan,
  SpanField,
  TraceEntry,
  TraceField,
  TraceRow,
} from '@millrace/domain';
import { parseFilter } from '@millrace/domain';
import type { CountedTable, TraceOrder, TraceSearch } from '@millrace/ports';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ClickHouseSpanStore } from '../storing/clickhouse-span-store.ts';
import {
  BASE_NS,
  HOUR_NS,
  sampleSpan,
  SECOND_NS,
  traceId,
  traceRowOf,
  WORKSPACE,
} from '../testing/sample-spans.ts';
import { startTestEngine, type TestEngine } from '../testing/test-engine.ts';
import { ClickHouseTableExport } from './clickhouse-table-export.ts';
import { ClickHouseTraceReader } from './clickhouse-trace-reader.ts';

let test: TestEngine;
let reader: ClickHouseTraceReader;
const rows = new Map<number, TraceRow>();

const NASTY = 'it\'s 100% "_" \\ \n\t\'; DROP TABLE spans; --';
const entry = (kind: TraceEntry['kind'], key: string, value: string): TraceEntry => ({
  kind,
  key,
  value,
  sequence: 1n,
});

interface Sample {
  readonly spans: readonly NormalSpan[];
  readonly entries?: readonly TraceEntry[];
}

const SAMPLES: Readonly<Record<number, Sample>> = {
  1: {
    spans: [
      sampleSpan({ trace: 1, span: 1, source: { name: 'chat' }, meaning: { sessionId: 's1', userId: 'u1' } }),
      sampleSpan({
        trace: 1,
        span: 2,
        parent: 1,
        startNs: BASE_NS + SECOND_NS,
        source: {
          name: 'call model',
          attributes: new Map<string, string | bigint>([
            ['model', 'gpt-4o'],
            ['size', 5n],
            ['question', 'What is a Weir?'],
          ]),
        },
        meaning: { type: 'LLM', inputs: { text: 'What is a Weir?', attribute: 'question' } },
      }),
      sampleSpan({
        trace: 1,
        span: 3,
        parent: 1,
        source: { name: 'tool', statusCode: 0 },
        meaning: { type: 'TOOL' },
      }),
    ],
    entries: [
      entry('tag', 'env', 'prod'),
      entry('metadata', 'mlflow.sourceRun', 'run-a'),
      entry('info', 'clientRequestId', 'req-1'),
    ],
  },
  2: {
    spans: [
      sampleSpan({
        trace: 2,
        startNs: BASE_NS + 2n * SECOND_NS,
        source: { name: 'search', statusCode: 2, statusMessage: 'boom' },
      }),
      sampleSpan({
        trace: 2,
        span: 2,
        parent: 1,
        startNs: BASE_NS + 26n * HOUR_NS,
        experimentId: 9,
        source: { name: 'late tool' },
      }),
    ],
    entries: [
      entry('tag', 'env', 'test'),
      entry('tag', NASTY, NASTY),
      entry('run', 'run-b', '1'),
      entry('prompt', 'greet/2', '1'),
    ],
  },
  3: {
    spans: [
      sampleSpan({
        trace: 3,
        startNs: BASE_NS - 200n * HOUR_NS,
        source: { name: 'chat', attributes: new Map([[NASTY, NASTY]]) },
      }),
    ],
    entries: [
      entry('metadata', 'note', ''),
      entry('info', 'durationMs', '70'),
      entry('info', 'state', 'IN_PROGRESS'),
    ],
  },
  4: {
    spans: [
      sampleSpan({ trace: 4, span: 1, parent: 7, startNs: BASE_NS - 3000n * HOUR_NS, experimentId: 2 }),
    ],
  },
};

beforeAll(async () => {
  test = await startTestEngine();
  reader = new ClickHouseTraceReader(test.connection);
  const store = new ClickHouseSpanStore(test.connection);
  for (const [number, { spans, entries = [] }] of Object.entries(SAMPLES)) {
    const batch = store.openBatch();
    for (const span of spans) batch.addSpan(span);
    batch.addEntries({ workspaceId: WORKSPACE, traceId: traceId(Number(number)) }, entries);
    await batch.write();
    const row = traceRowOf(spans, entries);
    rows.set(Number(number), row);
    await store.writeTraces([{ row, formerPlaces: [], isDeleted: false }]);
  }
  const stranger = sampleSpan({ trace: 5, workspaceId: 'other', source: { name: 'chat' } });
  const batch = store.openBatch();
  batch.addSpan(stranger);
  await batch.write();
  await store.writeTraces([{ row: traceRowOf([stranger]), formerPlaces: [], isDeleted: false }]);
});
afterAll(() => test.stop());

const range = { start: 0, end: 0 };
type Value = string | number | readonly string[];

function is(field: string, comparator: Comparator, value?: Value): Filter {
  const [entity = '', ...rest] = field.split('/');
  const comparison = {
    kind: 'comparison',
    comparator,
    ...(value !== undefined && { value }),
    range,
  } as const;
  const key = rest.join('/');
  if (!entity.startsWith('span')) {
    return { ...comparison, field: { entity: entity as TraceField['entity'], key } };
  }
  const where: Comparison<SpanField> = {
    ...comparison,
    field: { entity: entity as SpanField['entity'], key },
  };
  return { kind: 'span', where, range };
}
function parsed(text: string): Filter {
  const filter = parseFilter(text);
  if (!filter) throw new Error('the filter is blank');
  return filter;
}

const and = (...operands: Filter[]): Filter => ({ kind: 'and', operands });
const or = (...operands: Filter[]): Filter => ({ kind: 'or', operands });
const not = (operand: Filter): Filter => ({ kind: 'not', operand });

function query(search: Partial<TraceSearch> = {}): TraceSearch {
  return { workspaceId: WORKSPACE, experimentIds: [1, 2], order: [], limit: 100, ...search };
}

async function find(search: Partial<TraceSearch>): Promise<number[]> {
  const page = await reader.searchTraces(query(search));
  expect(page.next).toBeUndefined();
  for (const trace of page.traces) expect(trace).toEqual(rows.get(parseInt(trace.traceId, 16)));
  return page.traces.map((trace) => parseInt(trace.traceId, 16));
}

const startMs = (number: number) => Number((rows.get(number)?.requestTimeUnixNano ?? 0n) / 1_000_000n);

/** For some two hundred searches, one after the other, beside other suites. */
const MANY_SEARCHES_MS = 240_000;

describe('a filter', () => {
  const cases: readonly (readonly [string, () => Filter, readonly number[]])[] = [
    ['request_id =', () => is('trace/request_id', '=', `tr-${traceId(2)}`), [2]],
    ['a bare request_id', () => is('trace/request_id', '=', traceId(2)), [2]],
    ['request_id IN', () => is('trace/request_id', 'IN', [`tr-${traceId(2)}`, `tr-${traceId(3)}`]), [2, 3]],
    ['request_id NOT IN', () => is('trace/request_id', 'NOT IN', [`tr-${traceId(2)}`]), [1, 3, 4]],
    ['request_id LIKE', () => is('trace/request_id', 'LIKE', 'tr-%3'), [3]],
    ['timestamp =', () => is('trace/timestamp', '=', startMs(1)), [1]],
    ['timestamp !=', () => is('trace/timestamp', '!=', startMs(1)), [2, 3, 4]],
    ['timestamp >', () => is('trace/timestamp_ms', '>', startMs(1)), [2]],
    ['timestamp >=', () => is('trace/timestamp_ms', '>=', startMs(1)), [2, 1]],
    ['timestamp <', () => is('trace/timestamp', '<', startMs(1)), [3, 4]],
    ['timestamp <=', () => is('trace/timestamp', '<=', startMs(3)), [3, 4]],
    ['a fraction', () => is('trace/timestamp', '>', startMs(1) - 0.5), [2, 1]],
    ['execution_time', () => is('trace/execution_time', '=', 70), [3]],
    ['execution_time_ms', () => is('trace/execution_time_ms', '>', 100), [2, 1, 4]],
    ['end_time', () => is('trace/end_time', '=', startMs(3) + 70), [3]],
    ['status =', () => is('trace/status', '=', 'ERROR'), [2]],
    ['status IN', () => is('trace/state', 'IN', ['OK', 'ERROR']), [2, 1]],
    ['status ILIKE', () => is('trace/status', 'ILIKE', 'in\\_prog%'), [3, 4]],
    ['name', () => is('trace/name', '=', 'chat'), [1, 3]],
    ['name != only where there is one', () => is('trace/name', '!=', 'chat'), [2]],
    ['name RLIKE', () => is('trace/name', 'RLIKE', '^(s|x)ea'), [2]],
    ['name IS NULL', () => is('trace/name', 'IS NULL'), [4]],
    ['client_request_id', () => is('trace/client_request_id', '=', 'req-1'), [1]],
    ['client_request_id !=', () => is('trace/client_request_id', '!=', 'x'), [1]],
    ['session', () => is('trace/session', '=', 's1'), [1]],
    ['user', () => is('trace/user', 'IS NOT NULL'), [1]],
    ['experiment_id', () => is('trace/experiment_id', '=', '2'), [4]],
    ['run_id from metadata', () => is('trace/run_id', '=', 'run-a'), [1]],
    ['run_id by link', () => is('trace/run_id', '=', 'run-b'), [2]],
    ['run_id IS NULL', () => is('trace/run_id', 'IS NULL'), [3, 4]],
    ['run_id !=', () => is('trace/run_id', '!=', 'run-a'), [2]],
    ['run_id LIKE', () => is('trace/run_id', 'LIKE', 'run-%'), [2, 1]],
    ['prompt', () => is('trace/prompt', '=', 'greet/2'), [2]],
    ['tag =', () => is('tag/env', '=', 'prod'), [1]],
    ['tag != never matches a missing key', () => is('tag/env', '!=', 'prod'), [2]],
    ['tag ILIKE', () => is('tag/env', 'ILIKE', 'PR%'), [1]],
    ['tag LIKE is case-sensitive', () => is('tag/env', 'LIKE', 'PR%'), []],
    ['tag IS NULL', () => is('tag/env', 'IS NULL'), [3, 4]],
    ['tag IS NOT NULL', () => is('tag/env', 'IS NOT NULL'), [2, 1]],
    ['metadata, an empty value', () => is('metadata/note', '=', ''), [3]],
    ['metadata !=', () => is('metadata/note', '!=', 'x'), [3]],
    ['NOT is the complement', () => not(is('tag/env', '=', 'prod')), [2, 3, 4]],
    ['OR', () => or(is('tag/env', '=', 'prod'), is('trace/status', '=', 'ERROR')), [2, 1]],
    ['AND', () => and(is('tag/env', 'IS NOT NULL'), is('trace/name', '=', 'chat')), [1]],
    ['span.name', () => is('span/name', '=', 'tool'), [1]],
    ['a span days later in another experiment', () => is('span/name', '=', 'late tool'), [2]],
    ['span.type IN', () => is('span/type', 'IN', ['LLM', 'X']), [1]],
    ['span.status', () => is('span/status', '=', 'UNSET'), [1]],
    ['span.content in inputs', () => is('span/content', 'LIKE', '%a Weir%'), [1]],
    ['span.content in attributes', () => is('span/content', 'ILIKE', '%GPT-4%'), [1]],
    ['trace.text', () => parsed("trace.text LIKE '%boom%'"), [2]],
    ['span.attribute =', () => is('span.attribute/model', '=', 'gpt-4o'), [1]],
    ['span.attribute with the quotes of JSON', () => is('span.attribute/model', '=', '"gpt-4o"'), [1]],
    ['span.attribute !=', () => is('span.attribute/model', '!=', 'gpt-3'), [1]],
    ['span.attribute of a number', () => is('span.attribute/size', 'LIKE', '%5%'), [1]],
    ['span.attribute that is the inputs', () => is('span.attribute/question', 'LIKE', 'What%'), [1]],
    ['span.attribute IS NOT NULL', () => is('span.attribute/question', 'IS NOT NULL'), [1]],
    ['clauses of one AND on one span', () => parsed("span.type = 'LLM' AND span.name = 'tool'"), []],
    ['clauses met by one span', () => parsed("span.type = 'TOOL' AND span.name = 'tool'"), [1]],
    ['clauses on spans of their own', () => parsed("span.type = 'LLM' AND (span.name = 'tool')"), [1]],
    ['no such span', () => not(is('span/name', '=', 'tool')), [2, 3, 4]],
    ['a tag key and value with quotes', () => is(`tag/${NASTY}`, '=', NASTY), [2]],
    ['an attribute key and value with quotes', () => is(`span.attribute/${NASTY}`, '=', NASTY), [3]],
    ['LIKE with a trailing escape', () => is('trace/name', 'LIKE', 'chat\\'), []],
    ['a NUL byte', () => is('tag/env', '=', 'a\0b'), []],
  ];
  it.each(cases)('on %s', async (_, filter, expected) => {
    expect(await find({ filter: filter() })).toEqual(expected);
  });

  it(
    'can not break out of its values',
    async () => {
      for (const text of [
        NASTY,
        "') OR 1=1 --",
        '{p0:String}',
        "\\' OR 1=1",
        '\\N',
        '[]',
        '',
        '\u{1F600}é',
      ]) {
        for (const field of [
          'trace/name',
          'tag/env',
          `tag/${text}`,
          `metadata/${text}`,
          'span/name',
          `span.attribute/${text}`,
        ]) {
          for (const comparator of ['=', 'LIKE', 'ILIKE'] as const) {
            const found = await find({ filter: is(field, comparator, `${text}!`) });
            expect(found, `${field} ${comparator} ${text}`).toEqual([]);
          }
          expect(await find({ filter: is(field, 'IN', [`${text}!`]) })).toEqual([]);
        }
      }
    },
    MANY_SEARCHES_MS,
  );

  it('is refused with a reason when it can not be answered', async () => {
    const refused: readonly (readonly [Filter, RegExp])[] = [
      [is('trace/colour', '=', 'red'), /can't be filtered by 'colour'/],
      [is('span/colour', '=', 'red'), /can't be filtered by 'colour'/],
      [is('trace/timestamp', '=', 'noon'), /takes a number/],
      [is('trace/timestamp', 'LIKE', 1), /can't be compared/],
      [is('trace/name', '<', 'a'), /can't be compared/],
      [is('trace/name', 'RLIKE', '(unclosed'), /regular expression/],
      [is('span/content', '=', 'x'), /LIKE/],
      [is('span/inputs', 'MATCH', '?!'), /no word to search for/],
    ];
    for (const [filter, message] of refused) {
      await expect(reader.searchTraces(query({ filter }))).rejects.toMatchObject({
        name: 'Rejected',
        message: expect.stringMatching(message) as string,
      });
    }
  });
});

describe('a search', () => {
  it('stays in its workspace, experiments and times', async () => {
    expect(await find({ experimentIds: [2] })).toEqual([4]);
    expect(await find({ experimentIds: [] })).toEqual([]);
    expect(await find({ experimentIds: [77] })).toEqual([]);
    expect(await find({ workspaceId: 'nobody' })).toEqual([]);
    expect(await find({ fromUnixNano: BASE_NS, toUnixNano: BASE_NS + 1n })).toEqual([1]);
    expect(await find({ toUnixNano: BASE_NS })).toEqual([3, 4]);
    expect(await find({ fromUnixNano: 5n, toUnixNano: 4n })).toEqual([]);
    expect(await find({ experimentIds: Array.from({ length: 90 }, (_, id) => id) })).toEqual([2, 1, 3, 4]);
  });

  const order = (field: TraceOrder['field'], isDescending: boolean, key?: string): TraceOrder => ({
    field,
    isDescending,
    ...(key !== undefined && { key }),
  });
  const orders: readonly (readonly [TraceOrder[], readonly number[]])[] = [
    [[], [2, 1, 3, 4]],
    [[order('timestamp', false)], [4, 3, 1, 2]],
    [[order('execution_time', false)], [3, 4, 1, 2]],
    [[order('execution_time', true)], [2, 1, 4, 3]],
    [[order('end_time', true)], [2, 1, 3, 4]],
    [[order('status', false)], [2, 3, 4, 1]],
    [[order('request_id', true)], [4, 3, 2, 1]],
    [[order('name', false)], [1, 3, 2, 4]],
    [
      [order('name', true), order('timestamp', false)],
      [2, 3, 1, 4],
    ],
    [[order('experiment_id', true)], [4, 1, 2, 3]],
    [[order('run_id', true)], [2, 1, 3, 4]],
    [[order('tag', false, 'env')], [1, 2, 3, 4]],
    [[order('tag', true, 'env')], [2, 1, 3, 4]],
    [
      [order('metadata', true, 'note'), order('timestamp', true)],
      [3, 2, 1, 4],
    ],
  ];
  it.each(orders)('ordered by %j comes whole and in pages alike', async (by, expected) => {
    expect(await find({ order: by })).toEqual(expected);
    for (const limit of [1, 2, 3]) {
      const seen: number[] = [];
      let after: string | undefined;
      do {
        const page = await reader.searchTraces(
          query({ order: by, limit, ...(after !== undefined && { after }) }),
        );
        seen.push(...page.traces.map((trace) => parseInt(trace.traceId, 16)));
        after = page.next;
      } while (after !== undefined);
      expect(seen).toEqual(expected);
    }
  });

  it('takes the tokens it gave, and no others', async () => {
    const { next } = await reader.searchTraces(query({ limit: 1 }));
    expect(next).toBeDefined();
    const other = query({ limit: 1, experimentIds: [1], ...(next !== undefined && { after: next }) });
    await expect(reader.searchTraces(other)).rejects.toThrow(/belongs to another search/);
    for (const after of ['', 'x', Buffer.from('{"s":1}').toString('base64url'), `${next}x`.slice(9)]) {
      await expect(reader.searchTraces(query({ after }))).rejects.toMatchObject({ name: 'Rejected' });
    }
  });

  it('leaves out traces that judges made where it is told to', async () => {
    const workspaceId = 'judged';
    const store = new ClickHouseSpanStore(test.connection);
    for (const [trace, key] of [
      [71, 'mlflow.trace.sourceScorer'],
      [72, 'reviewed'],
    ] as const) {
      const row = {
        ...traceRowOf([sampleSpan({ trace, workspaceId })], [entry('metadata', key, 'polite')]),
        workspaceId,
      };
      await store.writeTraces([{ row, formerPlaces: [], isDeleted: false }]);
    }
    const found = async (more: Partial<TraceSearch>) => {
      const { traces } = await reader.searchTraces(query({ workspaceId, ...more }));
      return traces.map((trace) => parseInt(trace.traceId, 16)).toSorted();
    };
    expect(await found({})).toEqual([71, 72]);
    expect(await found({ leavesOutJudgeTraces: false })).toEqual([71, 72]);
    expect(await found({ leavesOutJudgeTraces: true })).toEqual([72]);
    const { limit: _, ...search } = query({ workspaceId, leavesOutJudgeTraces: true });
    const chunks: Uint8Array[] = [];
    const table = await new ClickHouseTableExport(test.connection).traces(search, 'ndjson');
    for await (const chunk of table) chunks.push(chunk);
    const text = Buffer.concat(chunks).toString();
    expect(text.trim().split('\n')).toHaveLength(1);
    expect(text).toContain(traceId(72));
  });

  it('counts the traces it finds, and writes all spans of them, whenever these began', async () => {
    const tables = new ClickHouseTableExport(test.connection);
    const { limit: _, ...search } = query({ filter: parsed("name = 'chat' AND span.name = 'call model'") });
    const times = { fromUnixNano: BASE_NS, toUnixNano: BASE_NS + 1n };
    const traces = await tables.countedTraces({ ...search, ...times }, 'ndjson');
    const spans = await tables.countedSpansOf({ ...search, ...times }, 'ndjson');
    const rowsOf = async ({ bytes }: CountedTable) => {
      const chunks: Uint8Array[] = [];
      for await (const chunk of bytes) chunks.push(chunk);
      const lines = Buffer.concat(chunks).toString().trim().split('\n');
      return lines.map((line) => JSON.parse(line) as { trace_id: string; name: string });
    };
    expect(traces.rowCount).toBe(1);
    expect((await rowsOf(traces)).map(({ trace_id: id }) => id)).toEqual([traceId(1)]);
    expect(spans.rowCount).toBe(3);
    const found = await rowsOf(spans);
    expect(found.map(({ name }) => name).sort()).toEqual(['call model', 'chat', 'tool']);
    const none = await tables.countedSpansOf({ ...search, toUnixNano: 1n }, 'ndjson');
    expect(none.rowCount).toBe(0);
    for await (const chunk of none.bytes) expect(chunk.byteLength).toBe(0);
  });

  it('finds traces by id in their workspace only', async () => {
    const ids = [1, 4, 5, 99].map(traceId);
    const found = await reader.findTraces(WORKSPACE, [...ids, 'no id']);
    expect(found.map((trace) => trace.traceId).sort()).toEqual([traceId(1), traceId(4)]);
  });
});
