import { describe, expect, it } from 'vitest';
import { parseTime, tagOption } from './arguments.ts';
import { recordsOfCsv, recordsOfJson } from './read-records.ts';
import { parseScorer } from './start-evaluation.ts';

describe('a time', () => {
  const now = Date.parse('2026-11-22T12:00:00Z');

  it.each([
    ['30m', '2026-11-22T11:30:00.000Z'],
    ['7d', '2026-11-15T12:00:00.000Z'],
    ['2026-11-01', '2026-11-01T00:00:00.000Z'],
    ['1793534400000', '2026-11-01T12:00:00.000Z'],
  ])('%s is %s', (text, time) => {
    expect(parseTime(text, now)).toBe(time);
  });

  it.each(['', '7w', 'soon'])('%j is none', (text) => {
    expect(() => parseTime(text, now)).toThrow(/30m, 6h, 7d/);
  });
});

it('tags are cut at the first =', () => {
  expect(tagOption('b=c=d', { a: '1' })).toEqual({ a: '1', b: 'c=d' });
  expect(() => tagOption('=d')).toThrow(/key=value/);
});

it.each([
  ['grounded', { name: 'grounded' }],
  ['grounded@3', { name: 'grounded', version: 3 }],
  ['exact=exact_match', { name: 'exact', definition: { millrace_scorer: { kind: 'exact_match' } } }],
  [
    'short=response_length:{"max_length": 9}',
    {
      name: 'short',
      definition: { millrace_scorer: { kind: 'response_length', parameters: { max_length: 9 } } },
    },
  ],
])('scorer %s', (text, scorer) => {
  expect(parseScorer(text)).toEqual(scorer);
});

describe('records', () => {
  it('of JSON, JSON lines and CSV are the same', () => {
    const records = [
      { inputs: { q: '1' }, expectations: { a: 'x' }, tags: { t: 'u' } },
      { inputs: { q: 'two\nlines' }, expectations: { a: '' }, tags: { t: '' } },
    ];
    expect(recordsOfJson(JSON.stringify(records), 'file')).toEqual(records);
    expect(recordsOfJson(records.map((record) => JSON.stringify(record)).join('\n\n'), 'file')).toEqual(
      records,
    );
    expect(recordsOfCsv('\uFEFFinputs.q,expectations.a,tags.t\n1,x,u\n"two\nlines",,\n', 'file')).toEqual(
      records,
    );
  });

  it('without inputs are all inputs', () => {
    expect(recordsOfJson('{"q": 1}', 'file')).toEqual([{ inputs: { q: 1 } }]);
  });

  it('that are none are named', () => {
    expect(() => recordsOfJson('{"inputs": {}}\n{"inputs": 3}', 'a.jsonl')).toThrow(
      /record 2 of a.jsonl: inputs/,
    );
    expect(() => recordsOfJson('{}\n{', 'a.jsonl')).toThrow(/line 2 of a.jsonl is no JSON/);
    expect(() => recordsOfCsv('a,b\n1', 'a.csv')).toThrow(/a.csv is no CSV/);
  });
});
