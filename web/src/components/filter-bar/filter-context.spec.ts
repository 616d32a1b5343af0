import { describe, expect, it } from 'vitest';
import { contextAt } from './filter-context.ts';

describe('what is expected at |', () => {
  it.each([
    ['|', { expects: 'operand', scope: 'trace', typed: '' }],
    ['sta|', { expects: 'operand', typed: 'sta' }],
    ['sta|tus = 1', { expects: 'operand', typed: 'sta', start: 0, end: 6 }],
    ['status |', { expects: 'comparator', field: 'status' }],
    ['status =|', { expects: 'value', field: 'status', typed: '' }],
    ["status = 'E|", { expects: 'value', field: 'status', typed: "'E", start: 9 }],
    ["status = 'ERROR' |", { expects: 'junction', typed: '' }],
    ["status = 'ERROR' A|", { expects: 'junction', typed: 'A' }],
    ["status = 'ERROR' AND |", { expects: 'operand', scope: 'trace' }],
    ['NOT |', { expects: 'operand' }],
    ["model IN ('a', |", { expects: 'value', field: 'model', isListed: true }],
    ["model NOT IN ('a'|", { expects: 'junction', isListed: true }],
    ["model IN ('a') |", { expects: 'junction', isListed: false, depth: 0 }],
    ['user IS |', { expects: 'comparator' }],
    ['user IS NOT NULL |', { expects: 'junction' }],
    ["span(type = 'LLM' AND |", { expects: 'operand', scope: 'span', depth: 1 }],
    ["span(model IN ('a', 'b') AND |", { expects: 'operand', scope: 'span', depth: 1 }],
    ['span(ancestor(na|', { expects: 'operand', scope: 'span', depth: 2, typed: 'na' }],
    ["span(type = 'LLM') AND |", { expects: 'operand', scope: 'trace', depth: 0 }],
    ['(latency > 5 OR |', { expects: 'operand', scope: 'trace', depth: 1 }],
    ["'refund policy' |", { expects: 'junction' }],
    ["tags.`my key` = '|", { expects: 'value', field: 'tags.`my key`' }],
    ["name = 'it''s |", { expects: 'value', typed: "'it''s " }],
  ])('%s', (marked, context) => {
    const cursor = marked.indexOf('|');
    expect(contextAt(marked.replace('|', ''), cursor)).toMatchObject(context);
  });
});
