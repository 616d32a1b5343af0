import { Rejected } from '@millrace/domain';
import type { BlobStore } from '@millrace/ports';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

export interface BlobStoreHarness {
  /** An empty place to store in for one test. */
  createStorage(): Promise<BlobStorage>;
}

export interface BlobStorage {
  /** Opens it; each call sees what those before it stored. */
  open(): Promise<BlobStore>;
  destroy(): Promise<void>;
}

const BAD_KEYS = [
  '',
  '/',
  '/a',
  'a/',
  'a//b',
  '.',
  '..',
  'a/../b',
  'a/./b',
  '../a',
  'a\\b',
  'a b',
  'é',
  'a\0b',
  'a%2e',
];

/** What every BlobStore must do: call it in `<vendor>-blob-store.contract.spec.ts`. */
export function describeBlobStore(name: string, harness: BlobStoreHarness): void {
  describe(`${name} as BlobStore`, () => {
    let storage: BlobStorage;
    let store: BlobStore;

    beforeEach(async () => {
      storage = await harness.createStorage();
      store = await storage.open();
    });
    afterEach(() => storage.destroy());

    it.each([0, 1, 100_000, 20 * 1024 * 1024])('gives back %d bytes, also when opened anew', async (size) => {
      const bytes = numbered(size);
      await store.put('workspace/trace/blob-1', bytes);
      expect(Buffer.compare(await store.get('workspace/trace/blob-1'), bytes)).toBe(0);
      expect(Buffer.compare(await (await storage.open()).get('workspace/trace/blob-1'), bytes)).toBe(0);
    });

    it('stores only the bytes of a view, and keeps them when the caller reuses its buffer', async () => {
      const whole = numbered(5_000);
      const view = whole.subarray(1_000, 3_000);
      const expected = Buffer.from(view);
      await store.put('a', view);
      whole.fill(0);
      expect(Buffer.compare(await store.get('a'), expected)).toBe(0);
    });

    it('takes the same blob twice, also at the same time', async () => {
      await Promise.all(Array.from({ length: 8 }, () => store.put('a/b', numbered(30_000))));
      await store.put('a/b', numbered(30_000));
      expect(Buffer.compare(await store.get('a/b'), numbered(30_000))).toBe(0);
    });

    it('keeps blobs apart whose keys are alike', async () => {
      const keys = ['a/b', 'a/bc', 'a/B', 'ab', 'A', 'a/b.1', 'a-b', 'a_b', '...', 'a/..b', 'b'.repeat(512)];
      await Promise.all(keys.map((key) => store.put(key, Buffer.from(key))));
      for (const key of keys) expect(Buffer.from(await store.get(key)).toString()).toBe(key);
    });

    it('says not-found for what was never stored', async () => {
      const failure = await store.get('a/missing').catch((error: unknown) => error);
      expect(failure).toBeInstanceOf(Rejected);
      expect(failure).toMatchObject({ reason: 'not-found' });
      await store.put('a/b/c', numbered(1));
      await expect(store.get('a/b')).rejects.toMatchObject({ reason: 'not-found' });
    });

    it.each([...BAD_KEYS, 'x'.repeat(513)])('rejects the key %j', async (key) => {
      await expect(store.put(key, numbered(1))).rejects.toThrow(Rejected);
      await expect(store.get(key)).rejects.toThrow(Rejected);
    });

    it('removes all under a prefix and nothing else', async () => {
      const keys = ['w/t1/a', 'w/t1/b/c', 'w/t10/a', 'w/t2/a', 'w1/t1/a'];
      await Promise.all(keys.map((key) => store.put(key, Buffer.from(key))));
      await store.removeAll('w/t1/');
      await store.removeAll('w/t1/');
      await store.removeAll('never/there/');
      for (const key of ['w/t1/a', 'w/t1/b/c']) {
        await expect(store.get(key)).rejects.toMatchObject({ reason: 'not-found' });
      }
      for (const key of ['w/t10/a', 'w/t2/a', 'w1/t1/a'])
        expect(Buffer.from(await store.get(key)).toString()).toBe(key);
      await store.put('w/t1/a', numbered(9));
      expect((await store.get('w/t1/a')).byteLength).toBe(9);
      await store.removeAll('w/');
      await expect(store.get('w/t2/a')).rejects.toMatchObject({ reason: 'not-found' });
      expect(Buffer.from(await store.get('w1/t1/a')).toString()).toBe('w1/t1/a');
    });

    it('counts all under a prefix and nothing else', async () => {
      const keys = ['n/t1/a', 'n/t1/b/c', 'n/t10/a', 'n1/t1/a'];
      await Promise.all(keys.map((key) => store.put(key, Buffer.from(key))));
      const counted = await Promise.all(
        ['n/t1/', 'n/', 'never/there/'].map((prefix) => store.countAll(prefix)),
      );
      expect(counted).toEqual([2, 3, 0]);
      await expect(store.countAll('../')).rejects.toThrow(Rejected);
    });

    it.each(['', '/', 'a', '../', 'a/../', 'a//', './'])('rejects the prefix %j', async (prefix) => {
      await expect(store.removeAll(prefix)).rejects.toThrow(Rejected);
    });

    it('takes many at a time and is ready', async () => {
      const keys = Array.from({ length: 200 }, (_, index) => `many/${index % 7}/${index}`);
      await Promise.all(keys.map((key) => store.put(key, Buffer.from(key.repeat(50)))));
      const stored = await Promise.all(keys.map((key) => store.get(key)));
      stored.forEach((bytes, index) => expect(Buffer.from(bytes).toString()).toBe(keys[index]?.repeat(50)));
      await expect(store.checkReady()).resolves.toBeUndefined();
    });
  });
}

function numbered(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at++) bytes[at] = (at * 31 + (at >> 8)) & 0xff;
  return bytes;
}
