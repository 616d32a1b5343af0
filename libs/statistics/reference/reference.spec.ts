import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import {
  compareBooleans,
  compareNumbers,
  correctSeveral,
  meanInterval,
  measureAgreement,
  passRateInterval,
  quantiles,
} from '../src/index.ts';

interface Reference {
  readonly rates: { passed: number; total: number; confidence: number; low: number; high: number }[];
  readonly means: { values: number[]; confidence: number; mean: number; low: number; high: number }[];
  readonly quantiles: { values: number[]; levels: number[]; quantiles: number[] }[];
  readonly booleans: {
    both: number;
    regressions: number;
    improvements: number;
    neither: number;
    p: number;
  }[];
  readonly numbers: { before: number[]; after: number[]; p: number }[];
  readonly agreements: {
    first: string[];
    second: string[];
    confusion: number[][];
    kappa: number;
    low: number;
    high: number;
  }[];
  readonly corrections: { values: number[]; corrected: number[] }[];
}

const reference = JSON.parse(readFileSync(`${import.meta.dirname}/reference.json`, 'utf8')) as Reference;

/** jStat's Student quantile is right to eight digits, all else to more. */
function expectNear(found: number | undefined, expected: number): void {
  const scale = Math.max(1, Math.abs(expected));
  expect((found ?? NaN) / scale).toBeCloseTo(expected / scale, 7);
}

describe('as in scipy, statsmodels, scikit-learn and numpy', () => {
  it.each(reference.rates)('pass rate $passed of $total', ({ passed, total, confidence, low, high }) => {
    const interval = passRateInterval(passed, total, confidence);
    expectNear(interval?.low, low);
    expectNear(interval?.high, high);
  });

  it.each(reference.means)('mean of $values', ({ values, confidence, mean, low, high }) => {
    const interval = meanInterval(values, confidence);
    expectNear(interval?.estimate, mean);
    expectNear(interval?.low, low);
    expectNear(interval?.high, high);
  });

  it.each(reference.quantiles)('quantiles of $values', ({ values, levels, quantiles: expected }) => {
    for (const [at, found] of quantiles(values, levels).entries()) expectNear(found, expected[at] ?? NaN);
  });

  it.each(reference.booleans)('McNemar $regressions against $improvements', (row) => {
    const repeat = (count: number, before: boolean, after: boolean) =>
      Array.from({ length: count }, () => [before, after] as const);
    const comparison = compareBooleans([
      ...repeat(row.both, true, true),
      ...repeat(row.regressions, true, false),
      ...repeat(row.improvements, false, true),
      ...repeat(row.neither, false, false),
    ]);
    expectNear(comparison?.pValue, row.p);
    expect(comparison).toMatchObject({ regressions: row.regressions, improvements: row.improvements });
  });

  it.each(reference.numbers)('Wilcoxon of $before and $after', ({ before, after, p }) => {
    const pairs = before.map((value, at) => [value, after[at] ?? NaN] as const);
    expectNear(compareNumbers(pairs)?.pValue, p);
  });

  it.each(reference.agreements)('kappa of $first and $second', (row) => {
    const found = measureAgreement(row.first.map((label, at) => [label, row.second[at] ?? ''] as const));
    expect(found?.confusion).toEqual(row.confusion);
    expectNear(found?.kappa, row.kappa);
    expectNear(found?.low, row.low);
    expectNear(found?.high, row.high);
  });

  it.each(reference.corrections)('Holm of $values', ({ values, corrected }) => {
    for (const [at, found] of correctSeveral(values).entries()) expectNear(found, corrected[at] ?? NaN);
  });
});
