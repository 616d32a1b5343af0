import { expect, it } from 'vitest';
import { ExperimentCache, type ExperimentSummary } from './experiment-cache.ts';

const experiment = (id: number): ExperimentSummary => ({
  id,
  workspaceId: 'default',
  name: `experiment ${id}`,
  lifecycleStage: 'active',
});

it('is fresh for 5 seconds and known for longer', () => {
  let now = 1000;
  const cache = new ExperimentCache(() => now);
  cache.set(experiment(1));
  now += 4999;
  expect(cache.isFresh(1)).toBe(true);
  now += 1;
  expect(cache.isFresh(1)).toBe(false);
  expect(cache.get(1)?.name).toBe('experiment 1');
  cache.touch(1);
  expect(cache.isFresh(1)).toBe(true);
});

it('asks again about a deleted experiment every time', () => {
  const cache = new ExperimentCache();
  cache.set({ ...experiment(1), lifecycleStage: 'deleted' });
  expect(cache.isFresh(1)).toBe(false);
});

it('forgets the one set longest ago when it is full', () => {
  const cache = new ExperimentCache(Date.now, 2);
  for (const id of [1, 2]) cache.set(experiment(id));
  cache.touch(1);
  cache.set(experiment(3));
  expect([1, 2, 3].map((id) => cache.get(id)?.id)).toEqual([1, undefined, 3]);
});
