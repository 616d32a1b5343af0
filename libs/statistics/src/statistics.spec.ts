import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bootstrapInterval,
  compareBooleans,
  compareNumbers,
  correctSeveral,
  meanInterval,
  measureAgreement,
  passRateInterval,
  quantiles,
} from './index.ts';
import { meanOf } from './intervals.ts';

const number = fc.integer({ min: -1000, max: 1000 }).map((value) => value / 8);
const numbers = fc.array(number, { minLength: 1, maxLength: 60 });
const check = (property: fc.IRawProperty<unknown>) =>
  fc.assert(property as fc.IProperty<unknown>, { seed: 5, numRuns: 200 });

it('has nothing to say of nothing', () => {
  expect(passRateInterval(0, 0)).toBeUndefined();
  expect(meanInterval([])).toBeUndefined();
  expect(bootstrapInterval([], meanOf)).toBeUndefined();
  expect(quantiles([], [0.5])).toEqual([]);
  expect(compareBooleans([])).toBeUndefined();
  expect(compareNumbers([])).toBeUndefined();
  expect(measureAgreement([])).toBeUndefined();
  expect(correctSeveral([])).toEqual([]);
});

it('refuses what is no number', () => {
  expect(() => meanInterval([1, NaN])).toThrow('value 1 is NaN');
  expect(() => quantiles([Infinity], [0.5])).toThrow('value 0 is Infinity');
  expect(() => quantiles([1], [2])).toThrow('a level of 2');
  expect(() => compareNumbers([[1, NaN]])).toThrow('value 1 is NaN');
  expect(() => passRateInterval(2, 1)).toThrow('2 of 1');
  expect(() => passRateInterval(1, 2, 95)).toThrow('a confidence of 95');
  expect(() => correctSeveral([2])).toThrow('a p-value of 2');
});

describe('intervals', () => {
  it('hold what was found, and are wider for more confidence', () => {
    check(
      fc.property(fc.nat(200), fc.nat(200), (passed, failed) => {
        fc.pre(passed + failed > 0);
        const narrow = passRateInterval(passed, passed + failed, 0.8);
        const wide = passRateInterval(passed, passed + failed, 0.99);
        const rate = passed / (passed + failed);
        expect(narrow?.low).toBeLessThanOrEqual(rate);
        expect(narrow?.high).toBeGreaterThanOrEqual(rate);
        expect(wide?.low).toBeLessThanOrEqual(narrow?.low ?? NaN);
        expect(wide?.high).toBeGreaterThanOrEqual(narrow?.high ?? NaN);
        expect(wide?.low).toBeGreaterThanOrEqual(0);
        expect(wide?.high).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('by drawing again are the same for the same seed, and near those of the formula', () => {
    const values = Array.from({ length: 200 }, (_, at) => Math.sin(at) * 10 + at / 50);
    const drawn = bootstrapInterval(values, meanOf, { seed: 3 });
    expect(bootstrapInterval(values, meanOf, { seed: 3 })).toEqual(drawn);
    expect(bootstrapInterval(values, meanOf, { seed: 4 })).not.toEqual(drawn);
    const known = meanInterval(values);
    expect(Math.abs((drawn?.low ?? NaN) - (known?.low ?? NaN))).toBeLessThan(0.15);
    expect(Math.abs((drawn?.high ?? NaN) - (known?.high ?? NaN))).toBeLessThan(0.15);
  });
});

it('quantiles are among the values, in order, whatever order they come in', () => {
  check(
    fc.property(numbers, (values) => {
      const found = quantiles(values, [0, 0.25, 0.5, 1]);
      expect(found).toEqual(quantiles(values.toReversed(), [0, 0.25, 0.5, 1]));
      expect(found).toEqual(found.toSorted((a, b) => a - b));
      expect(found[0]).toBe(Math.min(...values));
      expect(found[3]).toBe(Math.max(...values));
    }),
  );
});

describe('comparisons', () => {
  it('of booleans turn round when the sides do', () => {
    check(
      fc.property(fc.array(fc.tuple(fc.boolean(), fc.boolean()), { minLength: 1 }), (pairs) => {
        const one = compareBooleans(pairs);
        const other = compareBooleans(pairs.map(([before, after]) => [after, before] as const));
        expect(one?.pValue).toBe(other?.pValue);
        expect(one?.difference.estimate).toBeCloseTo(-(other?.difference.estimate ?? NaN), 12);
        expect(one?.regressions).toBe(other?.improvements);
        expect(one?.pValue).toBeGreaterThan(0);
        expect(one?.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('of numbers turn round when the sides do', () => {
    check(
      fc.property(fc.array(fc.tuple(number, number), { minLength: 1, maxLength: 60 }), (pairs) => {
        const one = compareNumbers(pairs);
        const other = compareNumbers(pairs.map(([before, after]) => [after, before] as const));
        expect(one?.pValue).toBeCloseTo(other?.pValue ?? NaN, 12);
        expect(one?.effect).toBeCloseTo(-(other?.effect ?? NaN), 12);
        expect(one?.pValue).toBeGreaterThanOrEqual(0);
        expect(one?.pValue).toBeLessThanOrEqual(1);
      }),
    );
  });

  it('find no change where there is none', () => {
    check(
      fc.property(numbers, (values) => {
        const same = values.map((value) => [value, value] as const);
        expect(compareNumbers(same)).toMatchObject({ pValue: 1, effect: 0, increases: 0, decreases: 0 });
      }),
    );
    expect(compareBooleans([[true, true]])).toMatchObject({
      pValue: 1,
      difference: { estimate: 0, low: 0, high: 0 },
    });
  });
});

describe('agreement', () => {
  const labels = fc.constantFrom('a', 'b', 'c');

  it('is 1 with oneself, and the same from both sides', () => {
    check(
      fc.property(fc.array(fc.tuple(labels, labels), { minLength: 1 }), (pairs) => {
        const one = measureAgreement(pairs);
        const other = measureAgreement(pairs.map(([first, second]) => [second, first] as const));
        expect(one?.kappa ?? 2).toBeCloseTo(other?.kappa ?? 2, 12);
        expect(one?.kappa ?? 0).toBeLessThanOrEqual(1 + 1e-12);
        const self = measureAgreement(pairs.map(([first]) => [first, first] as const));
        expect(self?.agreed).toBe(1);
        expect(self?.kappa ?? 1).toBeCloseTo(1, 12);
      }),
    );
  });

  it('is not known where there is one label only', () => {
    expect(measureAgreement([['yes', 'yes']])).toMatchObject({ agreed: 1, kappa: undefined, low: undefined });
  });
});

it('a correction makes no p-value smaller and keeps their order', () => {
  check(
    fc.property(fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 1 }), (values) => {
      const corrected = correctSeveral(values);
      for (const [at, value] of values.entries()) expect(corrected[at]).toBeGreaterThanOrEqual(value);
      const order = values.map((_, at) => at).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
      const sorted = order.map((at) => corrected[at] ?? NaN);
      expect(sorted).toEqual(sorted.toSorted((a, b) => a - b));
    }),
  );
});
