import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describeFileStore } from '@millrace/port-contracts';
import { afterEach, expect, it } from 'vitest';
import { FolderFileStore } from './folder-file-store.ts';

const dirs: string[] = [];
afterEach(async () => {
  for (const dir of dirs.splice(0)) await rm(dir, { recursive: true, force: true });
});

async function folder(): Promise<string> {
  const dir = await mkdtemp(join(tmpdir(), 'millrace-files-'));
  dirs.push(dir);
  return dir;
}

describeFileStore('FolderFileStore', {
  createStorage: async () => {
    const dir = await folder();
    return { open: () => FolderFileStore.open({ dir }), destroy: () => Promise.resolve() };
  },
});

it('leaves a file under its own name, and nothing aside of one that failed', async () => {
  const dir = await folder();
  const store = await FolderFileStore.open({ dir });
  await store.write('w/a/traces.parquet', parts(false));
  await expect(store.write('w/a/spans.parquet', parts(true))).rejects.toThrow('no more');
  expect(await readdir(join(dir, 'files', 'w', 'a'))).toEqual(['traces.parquet']);
  expect(await readdir(join(dir, '.scratch'))).toEqual([]);
});

async function* parts(fails: boolean): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from('x'));
  if (fails) throw new Error('no more');
}
