import { Rejected } from '@millrace/domain';
import { deflateSync, gzipSync, zstdCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { InFlightBudget } from '../fairness/in-flight-budget.ts';
import { decompress } from './decompress.ts';

const MIB = 1024 * 1024;
const bomb = gzipSync(Buffer.alloc(32 * MIB));

it.each([
  ['gzip', gzipSync],
  ['deflate', deflateSync],
  ['zstd', zstdCompressSync],
])('reserves what comes out before more comes (%s)', async (encoding, compress) => {
  const reserved: number[] = [];
  const limits = { maxBytes: 8 * MIB, reserve: (bytes: number) => void reserved.push(bytes) };
  const text = Buffer.alloc(3 * MIB, 'span');
  expect((await decompress(compress(text), encoding, limits)).equals(text)).toBe(true);
  expect(reserved.reduce((sum, bytes) => sum + bytes, 0)).toBe(text.length);
  expect(Math.max(...reserved)).toBeLessThanOrEqual(MIB);
});

it('keeps several bombs at once within the budget of all', async () => {
  const budget = new InFlightBudget(40 * MIB);
  let held = 0;
  let most = 0;
  const outcomes = await Promise.allSettled(
    Array.from({ length: 8 }, async () => {
      const reservation = budget.open('default');
      let own = 0;
      const reserve = (bytes: number): void => {
        reservation.reserve(bytes);
        own += bytes;
        held += bytes;
        most = Math.max(most, held);
      };
      try {
        await decompress(bomb, 'gzip', { maxBytes: 64 * MIB, reserve });
      } finally {
        held -= own;
        reservation.release();
      }
    }),
  );
  expect(most).toBeLessThanOrEqual(40 * MIB);
  const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
  expect(reasons.length).toBeGreaterThan(0);
  expect(reasons.map((reason: Error) => reason.name)).toEqual(reasons.map(() => 'Unavailable'));
});

it('ends a bomb at the limit of one request', async () => {
  const limits = { maxBytes: MIB, reserve: () => undefined };
  await expect(decompress(bomb, 'gzip', limits)).rejects.toThrow(Rejected);
});
