import { expect, it } from 'vitest';
import { toPromptFilter } from './prompt-filter.ts';

it.each([
  ['', ''],
  ['shop', "name ILIKE '%shop%'"],
  ['shop team=a', "name ILIKE '%shop%' AND tags.`team` = 'a'"],
  ["o'brien", "name ILIKE '%o''brien%'"],
  ["tags.team = 'a' AND name LIKE 's%'", "tags.team = 'a' AND name LIKE 's%'"],
])('%s asks for %s', (typed, filter) => {
  expect(toPromptFilter(typed)).toBe(filter);
});
