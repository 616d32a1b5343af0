import { expect, it } from 'vitest';
import { narrowedFilter, quoted } from './narrow.ts';

it('a condition joins the filter once, in brackets of its own', () => {
  expect(narrowedFilter('', "model = 'a'")).toBe("model = 'a'");
  expect(narrowedFilter('a OR b', 'c')).toBe('(a OR b) AND c');
  expect(narrowedFilter("model = 'a'", "model = 'a'")).toBe("model = 'a'");
});

it('a quote in a name ends no text', () => {
  expect(quoted("it's")).toBe("'it''s'");
});
