import { describe, expect, it } from 'vitest';
import { comparePeriods } from './compare-periods.ts';

const HOUR = 3_600_000;

describe('the period before', () => {
  it('stands beside the groups of this one; what is gone follows', () => {
    const rows = [{ dimensions: ['a'], measures: [5] }];
    const previous = [
      { dimensions: ['a'], measures: [4] },
      { dimensions: ['b'], measures: [3] },
    ];
    expect(comparePeriods(rows, previous, { lengthMs: HOUR, bucket: undefined })).toEqual([
      { dimensions: ['a'], measures: [5], previous: [4] },
      { dimensions: ['b'], measures: [undefined], previous: [3] },
    ]);
  });

  it('finds the bucket of a day although the clocks have changed between', () => {
    const bucket = { count: 1, unit: 'day', timeZone: 'Europe/Berlin' } as const;
    const start = Date.UTC(2026, 9, 25, 23);
    const rows = [{ bucketStart: start, dimensions: [], measures: [2] }];
    const previous = [{ bucketStart: start - 7 * 24 * HOUR - HOUR, dimensions: [], measures: [1] }];
    expect(comparePeriods(rows, previous, { lengthMs: 7 * 24 * HOUR, bucket })).toEqual([
      { bucketStart: start, dimensions: [], measures: [2], previous: [1] },
    ]);
  });
});
