import { describe, expect, it } from 'vitest';
import { Rejected } from '@millrace/domain';
import { filterSql, parseSearchFilter } from './search-filter.ts';
import { afterSql, orderSql, parseSearchOrder } from './search-order.ts';
import { decodePageToken, encodePageToken } from './page-token.ts';
import type { Bind, SearchCollection, SearchTable } from './search-table.ts';

const METRICS = { from: 'm', join: 'm.run = r.id', key: 'm.key', value: 'm.value', kind: 'number' } as const;
const TAGS = { from: 't', join: 't.run = r.id', key: 't.key', value: 't.value', kind: 'text' } as const;
const CHOSEN: SearchCollection = { ...METRICS, join: (bind) => `m.run = r.id AND m.dataset = ${bind('d')}` };
const TABLE: SearchTable = {
  from: 'runs r',
  id: 'r.id',
  attributes: {
    name: { sql: 'r.name', kind: 'text' },
    number: { sql: 'r.number', filterSql: 'r.number::text', kind: 'text' },
    start_time: { sql: 'r.start', kind: 'number' },
    'tags.is_fast': { sql: 'r.speed', kind: 'text', words: { true: 'fast', false: 'slow' } },
    end_time: { sql: 'r.end', kind: 'number', isNullable: true },
  },
  collections: { metrics: METRICS, tags: TAGS, tag: TAGS, chosen: CHOSEN },
  relations: { datasets: { from: 'd', join: 'd.run = r.id', attributes: { name: 'd.name' } } },
  attributePrefixes: ['attributes', 'run'],
  defaultOrder: ['start_time DESC'],
};

function binder(): { bind: Bind; values: unknown[] } {
  const values: unknown[] = [];
  return { bind: (value) => `$${values.push(value)}`, values };
}

function sqlOf(filter: string): [sql: string, values: unknown[]] {
  const { bind, values } = binder();
  const parsed = parseSearchFilter(filter, TABLE);
  return [parsed ? filterSql(parsed, bind) : '', values];
}

describe('a filter over a table', () => {
  it.each([
    ["name = 'x'", 'r.name = $1', ['x']],
    ["run.name LIKE 'x%'", 'r.name LIKE $1', ['x%']],
    ["Attributes.name='x'", 'r.name = $1', ['x']],
    ["number IN ('1', '2')", 'r.number::text = ANY($1)', [['1', '2']]],
    ['start_time > 5', 'r.start > $1', [5]],
    ['start_time > 1.5', 'r.start > $1::numeric', [1.5]],
    ['end_time IS NULL', 'r.end IS NULL', []],
    ['NOT end_time > 1', 'NOT (coalesce(r.end > $1, false))', [1]],
    ['metrics.`a b` >= 0.5', "EXISTS (SELECT 1 FROM m WHERE m.run = r.id AND m.key = $1 AND NULLIF(m.value, 'NaN') >= $2::numeric)", ['a b', 0.5]], // prettier-ignore
    ['chosen.a > 1', "EXISTS (SELECT 1 FROM m WHERE m.run = r.id AND m.dataset = $1 AND m.key = $2 AND NULLIF(m.value, 'NaN') > $3)", ['d', 'a', 1]], // prettier-ignore
    ["tags.a.b = 'c'", 'EXISTS (SELECT 1 FROM t WHERE t.run = r.id AND t.key = $1 AND t.value = $2)', ['a.b', 'c']], // prettier-ignore
    ["tags.is_fast = 'True'", 'r.speed = $1', ['fast']],
    ["tags.is_fast NOT IN ('false')", 'r.speed <> ALL($1)', [['slow']]],
    ['tag.a IS NULL', 'NOT EXISTS (SELECT 1 FROM t WHERE t.run = r.id AND t.key = $1)', ['a']],
    ["datasets.name = 'd'", 'EXISTS (SELECT 1 FROM d WHERE d.run = r.id AND d.name = $1)', ['d']],
    ["name = 'x' AND (start_time < 1 OR start_time > 2)", '(r.name = $1) and ((r.start < $2) or (r.start > $3))', ['x', 1, 2]], // prettier-ignore
  ])('%s', (filter, sql, values) => {
    expect(sqlOf(filter)).toEqual([sql, values]);
  });

  it.each([
    "nothing = 'x'",
    'name = 5',
    'start_time = "5"',
    "name > 'x'",
    "datasets.other = 'x'",
    'tags = 1',
    "constructor = 'x'",
  ])('%s is refused with a caret', (filter) => {
    expect(() => sqlOf(filter)).toThrow(Rejected);
    expect(() => sqlOf(filter)).toThrow('^');
  });

  it('binds whatever users write', () => {
    const attack = "'); DROP TABLE runs; --";
    expect(sqlOf(`tags.\`${attack}\` = "${attack}"`)[1]).toEqual([attack, attack]);
    expect(sqlOf(`tags.\`${attack}\` = "${attack}"`)[0]).not.toContain('DROP');
  });
});

describe('an order over a table', () => {
  const order = (...items: string[]) => {
    const { bind, values } = binder();
    return { order: parseSearchOrder(items, TABLE, bind), bind, values };
  };

  it('is total, and missing values come last', () => {
    expect(orderSql(order().order)).toBe('r.start DESC, r.id ASC');
    expect(orderSql(order('end_time desc', 'run.name').order)).toBe(
      'r.end DESC NULLS LAST, r.name ASC, r.id ASC',
    );
    expect(orderSql(order('metrics.`x` DESC').order)).toBe(
      "(SELECT max(NULLIF(m.value, 'NaN')) FROM m WHERE m.run = r.id AND m.key = $1) DESC NULLS LAST, r.id ASC",
    );
  });

  it('goes on behind the last row of a page', () => {
    const { order: both, bind, values } = order('start_time DESC', 'end_time');
    expect(afterSql(both, ['9', null, 'a'], bind)).toBe(
      'r.start <= $1 AND ((r.start < $1) OR (r.start = $1 AND false) OR (r.start = $1 AND r.end IS NULL AND r.id > $2))',
    );
    expect(values).toEqual(['9', 'a']);
  });

  it.each(['nothing', 'name sideways', 'tags.a sideways', 'tags', '', 'name; DROP TABLE runs'])(
    '%s is refused',
    (item) => {
      expect(() => order(item)).toThrow('Invalid order_by clause');
    },
  );
});

describe('a page token', () => {
  it('is taken back by its own search only', () => {
    const token = encodePageToken(['1', null], ['a']);
    expect(decodePageToken(token, ['a'], 2)).toEqual(['1', null]);
    for (const [given, search, length] of [
      [token, ['b'], 2],
      [token, ['a'], 3],
      ['nonsense', ['a'], 2],
      [Buffer.from('{"v":[{}]}').toString('base64url'), ['a'], 1],
    ] as const) {
      expect(() => decodePageToken(given, search, length)).toThrow('Invalid page token');
    }
  });
});
