import { createHash } from 'node:crypto';
import { Rejected } from '@millrace/domain';
import type { FileStore } from '@millrace/ports';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

export interface FileStoreHarness {
  /** An empty place to store in for one test. */
  createStorage(): Promise<FileStorage>;
}

export interface FileStorage {
  /** Opens it; each call sees what those before it stored. */
  open(): Promise<FileStore>;
  destroy(): Promise<void>;
}

const KEY = 'w/exports/7/traces.parquet';
const MIB = 1024 * 1024;
const LARGE_MIB = 160;
/** A fraction of the large file: who keeps it whole is found out. */
const MOST_MEMORY = 96 * MIB;

/** What every FileStore must do: call it in a contract spec of the adapter. */
export function describeFileStore(name: string, harness: FileStoreHarness): void {
  describe(`${name} as FileStore`, () => {
    let storage: FileStorage;
    let store: FileStore;

    beforeEach(async () => {
      storage = await harness.createStorage();
      store = await storage.open();
    });
    afterEach(() => storage.destroy());

    const textOf = async (key: string) => Buffer.concat(await chunksOf(await store.read(key))).toString();

    it.each([0, 1, 5_000_000, 40_000_001])('gives back %d bytes, also when opened anew', async (size) => {
      await store.write(KEY, numbered(size));
      const expected = await digestOf(numbered(size));
      expect(await digestOf(await store.read(KEY))).toBe(expected);
      expect(await digestOf(await (await storage.open()).read(KEY))).toBe(expected);
    });

    it('writes over what is there, and keeps it when the bytes fail or are not wanted any more', async () => {
      await store.write(KEY, numbered(30 * MIB));
      await store.write(KEY, texts('new'));
      expect(await textOf(KEY)).toBe('new');
      await expect(store.write(KEY, failing(40 * MIB))).rejects.toThrow('the source failed');
      const stop = new AbortController();
      const stopped = stopping(40 * MIB, stop);
      await expect(store.write(KEY, stopped, stop.signal)).rejects.toThrow();
      expect(await textOf(KEY)).toBe('new');
    });

    it('says not-found for what was never stored, and rejects what is no key', async () => {
      await expect(store.read(KEY)).rejects.toMatchObject({ reason: 'not-found' });
      await store.write(KEY, texts('x'));
      await expect(store.read('w/exports/7')).rejects.toMatchObject({ reason: 'not-found' });
      for (const key of ['', '../a', 'a//b', '/a', 'a b']) {
        await expect(store.write(key, texts('x'))).rejects.toThrow(Rejected);
        await expect(store.read(key)).rejects.toThrow(Rejected);
      }
      await expect(store.removeAll('../')).rejects.toThrow(Rejected);
    });

    it('removes all under a prefix and nothing else', async () => {
      const keys = ['w/exports/7/a/traces', 'w/exports/7/b', 'w/exports/70/a', 'w1/exports/7/a'];
      for (const key of keys) await store.write(key, texts(key));
      await store.removeAll('w/exports/7/');
      await store.removeAll('w/exports/7/');
      await store.removeAll('never/there/');
      for (const key of keys.slice(0, 2)) {
        await expect(store.read(key)).rejects.toMatchObject({ reason: 'not-found' });
      }
      for (const key of keys.slice(2)) expect(await textOf(key)).toBe(key);
    });

    it('streams in and out: a large file is never whole in memory', async () => {
      const memory = watchMemory();
      await store.write(KEY, numbered(LARGE_MIB * MIB));
      let size = 0;
      for await (const chunk of await store.read(KEY)) size += chunk.byteLength;
      expect(size).toBe(LARGE_MIB * MIB);
      expect(memory.end()).toBeLessThan(MOST_MEMORY);
    });
  });
}

/** How many bytes of buffers were in use at most, beyond those at the beginning. */
function watchMemory(): { end(): number } {
  const used = () => process.memoryUsage().arrayBuffers;
  const before = used();
  let most = 0;
  const timer = setInterval(() => (most = Math.max(most, used() - before)), 5);
  return {
    end: () => {
      clearInterval(timer);
      return most;
    },
  };
}

async function* numbered(size: number): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < size; at += MIB) {
    yield Buffer.alloc(Math.min(MIB, size - at), (at / MIB) % 251);
    await new Promise(setImmediate);
  }
}

async function* failing(size: number): AsyncGenerator<Uint8Array> {
  yield* numbered(size);
  throw new Error('the source failed');
}

async function* stopping(size: number, stop: AbortController): AsyncGenerator<Uint8Array> {
  yield* numbered(size);
  stop.abort();
}

async function* texts(...parts: readonly string[]): AsyncGenerator<Uint8Array> {
  for (const part of parts) yield await Promise.resolve(Buffer.from(part));
}

async function chunksOf(bytes: AsyncIterable<Uint8Array>): Promise<Uint8Array[]> {
  const chunks: Uint8Array[] = [];
  for await (const chunk of bytes) chunks.push(chunk);
  return chunks;
}

async function digestOf(bytes: AsyncIterable<Uint8Array>): Promise<string> {
  const hash = createHash('sha256');
  for await (const chunk of bytes) hash.update(chunk);
  return hash.digest('hex');
}
