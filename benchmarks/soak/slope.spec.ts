import { describe, expect, it } from 'vitest';
import { afterWarmUp, risePerHour, troughs } from './slope.ts';

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

  it('is that of the troughs where work takes memory in waves, and shows a leak under them', () => {
    // Waves of 100 s, the last of them the highest.
    const wave = (index: number): number => (index % 10 < 5 ? 0 : 50 + index * 3);
    expect(risePerHour(every10s((index) => 400 + wave(index)))).toBeGreaterThan(300);
    expect(
      risePerHour(
        troughs(
          every10s((index) => 400 + wave(index)),
          100,
        ),
      ),
    ).toBeCloseTo(0);
    expect(
      risePerHour(
        troughs(
          every10s((index) => 400 + wave(index) + index),
          100,
        ),
      ),
    ).toBeCloseTo(360, -1);
  });
});
