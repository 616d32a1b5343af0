import { expect, it } from 'vitest';
import { carryOver } from './carry-over.ts';

it('positions follow their spans when others come before them, and leave with them', () => {
  const after = new Map([
    ['root', 0],
    ['b', 1],
    ['a', 2],
  ]);
  expect(carryOver(new Set([0, 2]), ['a', 'gone', 'b'], after)).toEqual(new Set([2, 1]));
  expect(carryOver(new Set([1]), ['a', 'gone', 'b'], after)).toEqual(new Set());
});
