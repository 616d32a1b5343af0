import { describe, expect, it } from 'vitest';
import { bucketBegins, chooseBucket } from './buckets.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const before = (hours: number) => ({ from: new Date(NOW - hours * 3_600_000).toISOString() });

describe('the length of a bucket', () => {
  it.each([
    [0.25, '1m'],
    [1, '1m'],
    [24, '30m'],
    [7 * 24, '3h'],
    [30 * 24, '12h'],
    [90 * 24, '1d'],
    [365 * 24, '1w'],
  ])('for %d hours is %s', (hours, name) => {
    expect(chooseBucket(before(hours), NOW).name).toBe(name);
  });

  it('is a day where the begin is unknown', () => {
    expect(chooseBucket({}, NOW).name).toBe('1d');
  });
});

it('buckets without rows are there too, in step with those answered', () => {
  expect(bucketBegins([250], { name: '', ms: 100 }, 20, 420)).toEqual([50, 150, 250, 350]);
  expect(bucketBegins([], { name: '', ms: 100 }, 0, 400)).toEqual([]);
});
