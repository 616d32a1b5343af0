import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fairShares } from './fair-shares.ts';

const demandsOf = fc.array(fc.double({ min: 0, max: 1e6, noNaN: true }), { minLength: 1, maxLength: 20 });
const sum = (numbers: readonly number[]) => numbers.reduce((total, each) => total + each, 0);

it('gives who asks for little all of it, and the others the same', () => {
  expect(fairShares(100, [10, 80, 500])).toEqual([10, 45, 45]);
  expect(fairShares(100, [1e15])).toEqual([100]);
  expect(fairShares(100, [20, 30])).toEqual([20, 30]);
});

it('gives nobody more than they ask for, and all that there is to who asks', () => {
  fc.assert(
    fc.property(demandsOf, fc.double({ min: 0, max: 1e6, noNaN: true }), (demands, capacity) => {
      const shares = fairShares(capacity, demands);
      shares.forEach((share, index) => expect(share).toBeLessThanOrEqual(demands[index] ?? 0));
      expect(sum(shares)).toBeCloseTo(Math.min(capacity, sum(demands)), 3);
    }),
  );
});

it('leaves nobody who wants more with less than another has', () => {
  fc.assert(
    fc.property(demandsOf, fc.double({ min: 0, max: 1e6, noNaN: true }), (demands, capacity) => {
      const shares = fairShares(capacity, demands);
      const hungry = shares.filter((share, index) => share < (demands[index] ?? 0) - 1e-6);
      for (const share of hungry) expect(share).toBeGreaterThanOrEqual(Math.max(...shares) - 1e-6);
    }),
  );
});
