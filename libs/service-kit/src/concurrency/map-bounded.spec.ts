import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { mapBounded } from './map-bounded.ts';

it('keeps the order and never exceeds its bound', async () => {
  let running = 0;
  let most = 0;
  const results = await mapBounded([5, 1, 3, 2, 4], 2, async (n) => {
    running += 1;
    most = Math.max(most, running);
    await sleep(n);
    running -= 1;
    return n * 10;
  });
  expect(results).toEqual([50, 10, 30, 20, 40]);
  expect(most).toBe(2);
  expect(await mapBounded([], 2, async () => 1)).toEqual([]);
});

it('fails with the first failure', async () => {
  const failing = mapBounded([1, 2, 3], 2, async (n) => {
    if (n === 2) throw new Error('two');
    return n;
  });
  await expect(failing).rejects.toThrow('two');
});
