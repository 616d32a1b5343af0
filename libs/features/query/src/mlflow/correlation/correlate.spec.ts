import { describe, expect, it } from 'vitest';
import { correlate } from './correlate.ts';

describe('the correlation of two filters', () => {
  it('is what the stock server answered (calls.jsonl, test_filter_correlation)', () => {
    expect(correlate({ total: 3, first: 1, second: 1, both: 1 })).toEqual({
      npmi: 1,
      npmi_smoothed: expect.closeTo(0.5221120088126169, 12),
    });
  });

  it('is -1 where they never meet, 1 where they are all there is, near 0 where they are independent', () => {
    expect(correlate({ total: 10, first: 5, second: 5, both: 0 })?.npmi).toBe(-1);
    expect(correlate({ total: 4, first: 4, second: 4, both: 4 })).toEqual({ npmi: 1, npmi_smoothed: 1 });
    expect(correlate({ total: 100, first: 50, second: 20, both: 10 })?.npmi).toBeCloseTo(0);
  });

  it('is undefined where one takes no trace', () => {
    expect(correlate({ total: 3, first: 0, second: 2, both: 0 })).toBeUndefined();
    expect(correlate({ total: 0, first: 0, second: 0, both: 0 })).toBeUndefined();
  });
});
