import { describe, expect, it } from 'vitest';
import { asFilter, complete, completionsAt, suggestionNeedAt } from './completions.ts';
import { contextAt } from './filter-context.ts';

const labels = (text: string): string[] =>
  completionsAt(contextAt(text, text.length)).map(({ label }) => label);
const need = (text: string) => suggestionNeedAt(contextAt(text, text.length));

/** The text after its first completion, or one of the server's for `value`. */
function completed(text: string, value?: string): string {
  const context = contextAt(text, text.length);
  const chosen = value === undefined ? completionsAt(context)[0] : need(text)?.toCompletion(value);
  return chosen === undefined ? text : complete(text, context, chosen.insert).text;
}

describe('completions', () => {
  it.each([
    ['lat', ['latency']],
    ['sp', ['span(…)', 'span_count']],
    ['span(par', ['parent(…)']],
    ['status I', ['IN', 'ILIKE']],
    ["status = 'E", ["'ERROR'"]],
    ["status = 'OK' ", ['AND', 'OR']],
    ["(status = 'OK' ", ['AND', 'OR', ')']],
    [
      'feedback.relevance ',
      ['=', '!=', '<', '<=', '>', '>=', 'LIKE', 'ILIKE', 'RLIKE', 'IS NULL', 'IS NOT NULL'],
    ],
    ['nonsense ', []],
  ])('of %j', (text, expected) => {
    expect(labels(text)).toEqual(expected);
  });

  it.each([
    ['lat', 'latency '],
    ['tag', 'tags.'],
    ["latency > '1s'", "latency > '1s' AND "],
    ['status N', 'status NOT IN ('],
  ])('make %j into %j', (text, expected) => {
    expect(completed(text)).toBe(expected);
  });

  it.each([
    ['model = gpt', 'gpt-4o', "model = 'gpt-4o' "],
    ["user = '", "o'hara", "user = 'o''hara' "],
    ["model IN ('a', ", 'b', "model IN ('a', 'b'"],
    ['tags.e', 'env', 'tags.env '],
    ['tags.', 'my key', 'tags.`my key` '],
    ['span(attributes.ge', 'gen_ai.system', 'span(attributes.gen_ai.system '],
  ])('of the server make %j with %j into %j', (text, value, expected) => {
    expect(completed(text, value)).toBe(expected);
  });

  it.each([
    ['model = g', { field: 'model', prefix: 'g' }],
    ['tags.env = ', { field: 'tags.env', prefix: '' }],
    ['feedback.', { field: 'feedback', prefix: '' }],
    ["span(type = '", { field: 'type', prefix: '' }],
  ])('ask the server at %j', (text, question) => {
    expect(need(text)).toMatchObject(question);
  });

  it('ask it nothing about a number', () => {
    expect(need('tokens > ')).toBeUndefined();
  });

  it('keep what stands behind the cursor', () => {
    const text = "sta = 'OK'";
    expect(complete(text, contextAt(text, 3), 'status ')).toEqual({ text: "status = 'OK'", cursor: 7 });
  });
});

describe('words typed without quotes', () => {
  it.each([
    ['refund policy', "'refund policy'"],
    ["status = 'OK'", "status = 'OK'"],
    ['4bf92f3577b34da6a3ce929d0e0e4736', '4bf92f3577b34da6a3ce929d0e0e4736'],
    ['user IS NULL', 'user IS NULL'],
    ['', ''],
  ])('%j are %j', (typed, filter) => {
    expect(asFilter(typed)).toBe(filter);
  });
});
