import { describe, expect, it } from 'vitest';
import { Timeline } from './timeline.ts';

describe('Timeline', () => {
  it('gives a time at or before the append, and at most 5 ms before', () => {
    const timeline = new Timeline();
    for (let number = 0; number < 1_000; number++) timeline.add(number, 10_000 + number);
    for (let number = 0; number < 1_000; number++) {
      expect(timeline.floor(number)).toBeLessThanOrEqual(10_000 + number);
      expect(timeline.floor(number)).toBeGreaterThan(10_000 + number - 5);
    }
  });

  it('knows nothing of records before the first', () => {
    const timeline = new Timeline();
    expect(timeline.floor(3)).toBe(0);
    timeline.add(10, 500);
    expect(timeline.floor(9)).toBe(0);
    expect(timeline.floor(10)).toBe(500);
  });

  it('stays right, if coarser, over a long backlog, and after forgetting', () => {
    const timeline = new Timeline();
    for (let number = 0; number < 100_000; number++) timeline.add(number, number * 10);
    for (let number = 0; number < 100_000; number += 997) {
      expect(timeline.floor(number)).toBeLessThanOrEqual(number * 10);
      expect(timeline.floor(number)).toBeGreaterThan(number * 10 - 1_000);
    }
    timeline.forgetBefore(60_000);
    expect(timeline.floor(60_000)).toBeGreaterThan(599_000);
    expect(timeline.floor(60_000)).toBeLessThanOrEqual(600_000);
  });
});
