import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { ModelVersion, type RegisteredVersion } from '@millrace/registered-models';
import { RegistryOptions, registryConfigSchema } from '../registry.config.ts';
import { VersionCache } from './version-cache.ts';

function cacheWith(settings: { versionLeaseMs: number; isOnlyProcess?: boolean }): VersionCache {
  return new VersionCache(new RegistryOptions(registryConfigSchema.parse(settings)));
}

/** A stored version that counts how often it is asked for. */
class Store {
  loads = 0;
  number: number | undefined = 1;

  readonly load = async (): Promise<RegisteredVersion | undefined> => {
    this.loads += 1;
    const { number } = this;
    await sleep(1);
    if (number === undefined) return undefined;
    return {
      name: 'p',
      kind: 'prompt',
      version: Object.assign(new ModelVersion(), { version: number }),
      aliases: [],
    };
  };
}

it('asks once for all who ask within a lease', async () => {
  const cache = cacheWith({ versionLeaseMs: 5000 });
  const store = new Store();
  const found = await Promise.all(Array.from({ length: 100 }, () => cache.get('w/p', '@a', store.load)));
  expect(new Set(found).size).toBe(1);
  expect(store.loads).toBe(1);
  await cache.get('w/p', '@b', store.load);
  await cache.get('w/q', '@a', store.load);
  expect(store.loads).toBe(3);
});

it('does not keep what is missing, nor failures', async () => {
  const cache = cacheWith({ versionLeaseMs: 5000 });
  const store = new Store();
  store.number = undefined;
  expect(await cache.get('w/p', '1', store.load)).toBeUndefined();
  await expect(cache.get('w/p', '1', () => Promise.reject(new Error('down')))).rejects.toThrow('down');
  store.number = 1;
  expect((await cache.get('w/p', '1', store.load))?.version.version).toBe(1);
});

it('does not answer "missing" from a query that began before it was there', async () => {
  const cache = cacheWith({ versionLeaseMs: 5000 });
  const store = new Store();
  store.number = undefined;
  const before = cache.get('w/p', '1', store.load);
  store.number = 1;
  expect((await cache.get('w/p', '1', store.load))?.version.version).toBe(1);
  expect(await before).toBeUndefined();
});

it('after a change nobody is answered from before it: not in this process, and not in another that shares nothing', async () => {
  const [writer, other] = [cacheWith({ versionLeaseMs: 40 }), cacheWith({ versionLeaseMs: 40 })];
  const store = new Store();
  for (let number = 1; number <= 5; number += 1) {
    await Promise.all([writer.get('w/p', '@a', store.load), other.get('w/p', '@a', store.load)]);
    store.number = number + 1;
    const inFlight = [writer, other].map((cache) => cache.get('w/p', '@a', store.load));
    await writer.settle('w/p');
    for (const cache of [writer, other]) {
      expect((await cache.get('w/p', '@a', store.load))?.version.version).toBe(number + 1);
    }
    await Promise.all(inFlight);
  }
});

it('alone, a change waits for nothing', async () => {
  const cache = cacheWith({ versionLeaseMs: 5000, isOnlyProcess: true });
  const store = new Store();
  await cache.get('w/p', '@a', store.load);
  store.number = 2;
  const begin = performance.now();
  await cache.settle('w/p');
  expect(performance.now() - begin).toBeLessThan(1_000);
  expect((await cache.get('w/p', '@a', store.load))?.version.version).toBe(2);
});
