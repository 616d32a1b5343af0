import { describe, expect, it } from 'vitest';
import { afterWarmUp, risePerHour } from './slope.ts';

const every10s = (value: (index: number) => number) =>
  Array.from({ length: 60 }, (_, index) => ({ seconds: index * 10, value: value(index) }));

describe('the rise of what was sampled', () => {
  it('is nothing for what goes up and down', () => {
    expect(Math.abs(risePerHour(every10s((index) => 100 + (index % 2) * 20)))).toBeLessThan(10);
  });

  it('is that of a leak, in an hour', () => {
    expect(risePerHour(every10s((index) => 100 + index))).toBeCloseTo(360);
  });

  it('leaves out how it began', () => {
    const filling = every10s((index) => Math.min(index, 20));
    expect(risePerHour(filling)).toBeGreaterThan(50);
    expect(risePerHour(afterWarmUp(filling))).toBeCloseTo(0);
    expect(risePerHour([])).toBe(0);
  });
});
