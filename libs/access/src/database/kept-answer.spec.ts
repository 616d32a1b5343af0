import { Unavailable } from '@millrace/domain';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { KeptAnswer } from './kept-answer.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const down = () => Promise.reject(new Unavailable('down'));

/** What PostgreSQL answers, how often it was asked, and what is known of it. */
function keep(lastingMs?: number) {
  const database = { asked: 0, answer: (): Promise<string> => Promise.resolve('first'), failures: 0 };
  const kept = new KeptAnswer<string>({
    read: () => {
      database.asked += 1;
      return database.answer();
    },
    firstWaitMs: 1_000,
    ...(lastingMs !== undefined && { lastingMs }),
    otherwise: () => {
      throw new Unavailable('nothing is known');
    },
    failed: () => (database.failures += 1),
  });
  return { database, kept };
}

it('asks again at every question while nothing is known', async () => {
  const { database, kept } = keep();
  database.answer = down;
  for (const asked of [1, 2]) {
    await expect(kept.get()).rejects.toThrow('nothing is known');
    expect(database.asked).toBe(asked);
  }
  database.answer = () => Promise.resolve('now');
  expect(await kept.get()).toBe('now');
  expect(kept.get()).toBe('now');
});

it('keeps an answer as long as it counts', async () => {
  const { database, kept } = keep(60_000);
  await kept.get();
  database.answer = down;
  vi.advanceTimersByTime(59_000);
  expect(await kept.get()).toBe('first');
  vi.advanceTimersByTime(5_001);
  await expect(kept.get()).rejects.toThrow('nothing is known');
  expect(database.failures).toBe(2);
});

it('asks anew after a change, also when it was being asked, and keeps the newest', async () => {
  const { database, kept } = keep();
  const old = Promise.withResolvers<string>();
  database.answer = () => old.promise;
  const asked = kept.get();
  vi.advanceTimersByTime(1);
  kept.forget();
  database.answer = () => Promise.resolve('changed');
  expect(await kept.get()).toBe('changed');
  old.resolve('first');
  await vi.advanceTimersByTimeAsync(0);
  expect(await asked).toBe('changed');
  expect(kept.get()).toBe('changed');
});
