import { describe, expect, it } from 'vitest';
import { hasClause, quoted, withClause, withoutClause } from './filter-clauses.ts';

const ERROR = "status = 'ERROR'";

describe('a clause of a filter', () => {
  it.each([
    ['', ERROR],
    [ERROR, ERROR],
    ["name = 'a'", `name = 'a' AND ${ERROR}`],
    ["name = 'a' OR name = 'b'", `(name = 'a' OR name = 'b') AND ${ERROR}`],
    ["(name = 'a' OR name = 'b') and cost > 1", `(name = 'a' OR name = 'b') AND cost > 1 AND ${ERROR}`],
    ["'cats AND dogs OR mice'", `'cats AND dogs OR mice' AND ${ERROR}`],
  ])('is added to %j', (filter, expected) => {
    expect(withClause(filter, ERROR)).toBe(expected);
    expect(hasClause(expected, ERROR)).toBe(true);
  });

  it.each([
    [ERROR, ''],
    [`name = 'a' AND ${ERROR}`, "name = 'a'"],
    [`name = 'a' OR ${ERROR}`, `name = 'a' OR ${ERROR}`],
    [`span(${ERROR} AND type = 'LLM')`, `span(${ERROR} AND type = 'LLM')`],
  ])('is taken from %j', (filter, expected) => {
    expect(withoutClause(filter, ERROR)).toBe(expected);
  });

  it('keeps quotes in a text', () => {
    expect(quoted("o'hara")).toBe("'o''hara'");
  });
});
