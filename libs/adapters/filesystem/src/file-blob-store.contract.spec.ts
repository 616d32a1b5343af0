import { mkdir, mkdtemp, readdir, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeBlobStore } from '@millrace/port-contracts';
import { Unavailable } from '@millrace/domain';
import { afterEach, describe, expect, it } from 'vitest';
import { FileBlobStore } from './file-blob-store.ts';

describeBlobStore('FileBlobStore', {
  createStorage: async () => {
    const dir = await temporaryFolder();
    return {
      open: () => FileBlobStore.open({ dir }),
      destroy: () => rm(dir, { recursive: true, force: true }),
    };
  },
});

describe('FileBlobStore', () => {
  const dirs: string[] = [];
  afterEach(async () => {
    for (const dir of dirs.splice(0)) await rm(dir, { recursive: true, force: true });
  });

  async function folder(): Promise<string> {
    const dir = await temporaryFolder();
    dirs.push(dir);
    return dir;
  }

  it('leaves nothing aside, and removes what a killed process left', async () => {
    const dir = await folder();
    await mkdir(join(dir, '.scratch'), { recursive: true });
    await writeFile(join(dir, '.scratch', 'old'), 'x');
    await utimes(join(dir, '.scratch', 'old'), 0, 0);
    await writeFile(join(dir, '.scratch', 'young'), 'x');
    const store = await FileBlobStore.open({ dir });
    await store.put('a/b', Buffer.from('x'));
    await store.checkReady();
    await store.removeAll('a/');
    expect(await readdir(join(dir, '.scratch'))).toEqual(['young']);
  });

  it('takes a deep key', async () => {
    const store = await FileBlobStore.open({ dir: await folder() });
    const key = Array.from({ length: 256 }, () => 'K').join('/');
    await store.put(key, Buffer.from('deep'));
    expect(Buffer.from(await store.get(key)).toString()).toBe('deep');
  });

  it('says what to do when the folder can not be written to', async () => {
    const dir = await folder();
    await writeFile(join(dir, 'file'), '');
    await expect(FileBlobStore.open({ dir: join(dir, 'file', 'blobs') })).rejects.toThrow(/write access/);
  });

  it('is Unavailable while its folder is gone, and works again when it is back', async () => {
    const dir = await folder();
    const store = await FileBlobStore.open({ dir });
    await rm(dir, { recursive: true });
    await expect(store.put('a/b', Buffer.from('x'))).rejects.toThrow(Unavailable);
    await expect(store.checkReady()).rejects.toThrow(Unavailable);
    await mkdir(join(dir, '.scratch'), { recursive: true });
    await store.put('a/b', Buffer.from('x'));
    expect(Buffer.from(await store.get('a/b')).toString()).toBe('x');
  });
});

function temporaryFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'millrace-blobs-'));
}
