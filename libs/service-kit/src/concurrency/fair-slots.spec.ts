import { Throttled } from '@millrace/domain';
import { expect, it } from 'vitest';
import { FairSlots, type FairSlotsOptions } from './fair-slots.ts';

const settle = () => new Promise(setImmediate);

/** Work that ends when it is told to, by name in the order it began. */
function rig(options: Partial<FairSlotsOptions> = {}) {
  const slots = new FairSlots({
    atOnce: 4,
    atOnceOfOne: 3,
    mostWaiting: 100,
    longestWaitMs: 60_000,
    ...options,
  });
  const begun: string[] = [];
  const ends = new Map<string, () => void>();
  const start = (tenant: string, name: string, most?: number) =>
    slots.run(tenant, most, () => {
      begun.push(name);
      return new Promise<string>((resolve) => ends.set(name, () => resolve(name)));
    });
  const end = async (name: string): Promise<void> => {
    await settle();
    ends.get(name)?.();
    await settle();
  };
  return { start, end, begun };
}

it('leaves room for another tenant, and lets the one with the least go first', async () => {
  const { start, end, begun } = rig();
  for (let index = 1; index <= 6; index++) void start('noisy', `n${index}`);
  await settle();
  expect(begun).toEqual(['n1', 'n2', 'n3']);
  void start('quiet', 'q1');
  await settle();
  expect(begun).toEqual(['n1', 'n2', 'n3', 'q1']);
  void start('quiet', 'q2');
  await end('n1');
  expect(begun.at(-1)).toBe('q2');
  await end('q1');
  await end('q2');
  expect(begun.slice(5)).toEqual(['n4']);
});

it('holds a tenant to its own limit', async () => {
  const { start, end, begun } = rig();
  void start('small', 's1', 1);
  void start('small', 's2', 1);
  await settle();
  expect(begun).toEqual(['s1']);
  await end('s1');
  expect(begun).toEqual(['s1', 's2']);
});

it('refuses what would wait too long, and whoever has too many waiting', async () => {
  const { start, end } = rig({ atOnce: 1, atOnceOfOne: 1, mostWaiting: 1, longestWaitMs: 10 });
  const first = start('a', 'a1');
  const second = start('a', 'a2');
  await expect(start('a', 'a3')).rejects.toThrow(Throttled);
  await expect(second).rejects.toThrow(/waited/);
  await end('a1');
  expect(await first).toBe('a1');
  const fourth = start('a', 'a4');
  await end('a4');
  expect(await fourth).toBe('a4');
});

it('gives a slot back when the work fails', async () => {
  const slots = new FairSlots({ atOnce: 1, atOnceOfOne: 1, mostWaiting: 1, longestWaitMs: 1_000 });
  await expect(slots.run('a', undefined, () => Promise.reject(new Error('broken')))).rejects.toThrow(
    'broken',
  );
  expect(await slots.run('a', undefined, async () => 1)).toBe(1);
});
