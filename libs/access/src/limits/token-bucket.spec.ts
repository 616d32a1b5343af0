import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TokenBucket } from './token-bucket.ts';

it('gives at once what it gathered, and says when it gives again', () => {
  let now = 0;
  const bucket = new TokenBucket(100, () => now);
  bucket.take(499);
  expect(bucket.waitMs).toBe(0);
  bucket.take(301);
  expect(bucket.waitMs).toBe(3_000);
  now += 3_001;
  expect(bucket.waitMs).toBe(0);
});

it('follows its rate', () => {
  let now = 0;
  const bucket = new TokenBucket(100, () => now);
  bucket.take(600);
  bucket.setRate(10);
  expect(bucket.waitMs).toBe(10_000);
  now += 1_000_000;
  bucket.take(60);
  expect(bucket.waitMs).toBe(1_000);
});

it('lets in no more than its rate and what it gathered, and the last that came', () => {
  const takes = fc.array(fc.tuple(fc.integer({ min: 0, max: 2_000 }), fc.integer({ min: 1, max: 300 })), {
    maxLength: 100,
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), takes, (rate, steps) => {
      let now = 0;
      let taken = 0;
      const bucket = new TokenBucket(rate, () => now);
      for (const [afterMs, amount] of steps) {
        now += afterMs;
        if (bucket.waitMs > 0) continue;
        bucket.take(amount);
        taken += amount;
      }
      expect(taken).toBeLessThanOrEqual(rate * 5 + (rate * now) / 1000 + 300);
    }),
  );
});

it('gives again when it said it would', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 1_000 }), fc.integer({ min: 1, max: 100_000 }), (rate, amount) => {
      let now = 0;
      const bucket = new TokenBucket(rate, () => now);
      bucket.take(amount);
      now += bucket.waitMs + 1;
      expect(bucket.waitMs).toBe(0);
    }),
  );
});
