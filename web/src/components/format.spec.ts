import { describe, expect, it } from 'vitest';
import { formatCost, formatCount, formatDuration, formatPercent, nanosToMs } from './format.ts';

describe('figures for people', () => {
  it.each([
    [0.0423, '0.042 ms'],
    [12.345, '12.3 ms'],
    [999, '999 ms'],
    [1234, '1.23 s'],
    [125_000, '2 min 5 s'],
    [3_720_000, '1 h 2 min'],
  ])('%d ms is %s', (milliseconds, text) => {
    expect(formatDuration(milliseconds)).toBe(text);
  });

  it.each([
    [0, '$0'],
    [0.0000123, '$0.000012'],
    [0.5, '$0.50'],
    [1234.5, '$1234.50'],
  ])('%d dollars are %s', (dollars, text) => {
    expect(formatCost(dollars)).toBe(text);
  });

  it('counts and shares', () => {
    expect([formatCount(9999), formatCount(12_345_678), formatPercent(0.1234)]).toEqual([
      '9,999',
      '12.3M',
      '12.3 %',
    ]);
  });

  it('keeps microseconds of a time in nanoseconds', () => {
    expect(nanosToMs('1795235081870837037')).toBeCloseTo(1795235081870.837, 2);
    expect(nanosToMs('1500')).toBe(0.0015);
  });
});
