import { expect, it } from 'vitest';
import { FairTurns } from './fair-turns.ts';

it('lets the next piece of another begin before the rest of who came first', async () => {
  const turns = new FairTurns(10);
  const begun: string[] = [];
  const piece = async (tenant: string, name: string, cost: number): Promise<void> => {
    await turns.wait(tenant, cost);
    begun.push(name);
  };
  const noisy = ['n1', 'n2', 'n3', 'n4'].map((name) => piece('noisy', name, 50));
  const quiet = ['q1', 'q2'].map((name) => piece('quiet', name, 1));
  await Promise.all([...noisy, ...quiet]);
  expect(begun.slice(0, 2)).toEqual(['n1', 'n2']);
  expect(begun.slice(2, 4)).toEqual(['q1', 'q2']);
});

it('begins at once where nobody waits', async () => {
  const turns = new FairTurns(10);
  let isBegun = false;
  void turns.wait('a', 100).then(() => (isBegun = true));
  await Promise.resolve();
  expect(isBegun).toBe(true);
  await turns.wait('a', 1);
  await turns.wait('b', 1);
});
