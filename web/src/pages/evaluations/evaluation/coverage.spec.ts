import { expect, it } from 'vitest';
import { coverageOf } from './coverage.ts';

it('the parts of a sample add up to it, empty ones left out', () => {
  const parts = coverageOf({ sampled: 8, scored: 5, skipped: 0, failed: 1, pending: 2 });
  expect(parts.map(({ state, count }) => [state, count])).toEqual([
    ['scored', 5],
    ['failed', 1],
    ['pending', 2],
  ]);
  expect(parts.reduce((sum, { share }) => sum + share, 0)).toBe(1);
});

it('nothing sampled has no parts', () => {
  expect(coverageOf({ sampled: 0, scored: 0, skipped: 0, failed: 0, pending: 0 })).toEqual([]);
});
