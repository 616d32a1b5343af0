import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import { FileBlobStore } from '../../libs/adapters/filesystem/src/file-blob-store.ts';
import { PostgresDataSource } from '../../libs/adapters/postgres/src/postgres-data-source.ts';
import { S3BlobStore } from '../../libs/adapters/s3/src/s3-blob-store.ts';
import { toS3Config } from '../../libs/adapters/s3/src/s3.settings.ts';
import {
  ARTIFACT_ENTITIES,
  ArtifactContents,
  ArtifactStore,
  ArtifactSweeper,
  MultipartUploads,
} from '../../libs/artifacts/src/index.ts';
import { Rejected } from '../../libs/domain/src/index.ts';
import type { BlobStore } from '../../libs/ports/src/index.ts';
import { startPostgres, startS3, type S3Server, type ServerHandle } from '../support/servers/index.ts';

const MIB = 1024 * 1024;
const WORKSPACE = 'default';

interface Storage {
  readonly blobs: BlobStore;
  /** How many files there are below its folder. */
  countBlobs(): number;
  close(): Promise<void>;
}

let postgres: ServerHandle & { readonly url: string };
let source: PostgresDataSource;

beforeAll(async () => {
  postgres = await startPostgres();
  source = new PostgresDataSource({ url: postgres.url, migrate: true, entities: ARTIFACT_ENTITIES });
  await source.initialize();
});

afterAll(async () => {
  await source?.destroy();
  await postgres?.stop();
});

async function openFolder(): Promise<Storage> {
  const dir = mkdtempSync(join(tmpdir(), 'millrace-artifacts-'));
  return {
    blobs: await FileBlobStore.open({ dir }),
    countBlobs: () => countFiles(dir),
    close: async () => rmSync(dir, { recursive: true, force: true }),
  };
}

async function openS3(): Promise<Storage> {
  const server: S3Server = await startS3();
  const blobs = new S3BlobStore(toS3Config(server.url, server.credentials));
  return {
    blobs,
    countBlobs: () => countFiles(join(server.dataDir, server.bucket)),
    close: async () => {
      blobs.onApplicationShutdown();
      await server.stop();
    },
  };
}

describe.each([
  ['a folder', openFolder],
  ['S3', openS3],
])('artifacts in %s', (_, open) => {
  let storage: Storage;
  let store: ArtifactStore;
  let uploads: MultipartUploads;
  let sweeper: ArtifactSweeper;
  let folder = 0;

  beforeAll(async () => {
    storage = await open();
    const contents = new ArtifactContents(source, storage.blobs);
    store = new ArtifactStore(source, contents);
    uploads = new MultipartUploads(source, contents, store);
    sweeper = new ArtifactSweeper(source, storage.blobs);
  });
  afterAll(() => storage?.close());
  afterEach(async () => {
    await store.delete(place(''));
    await sweeper.sweep({ graceMs: 0, abandonedMs: 0 });
    expect(storage.countBlobs()).toBe(0);
    folder += 1;
  });

  function place(name: string) {
    return { workspaceId: WORKSPACE, path: name === '' ? `test-${folder}` : `test-${folder}/${name}` };
  }
  const write = (name: string, bytes: AsyncIterable<Uint8Array>) => store.write({ ...place(name), bytes });
  const writeText = (name: string, text: string) => write(name, pieces(Buffer.from(text)));
  const list = async (name = '', limit = 100) => {
    const { path } = place(name);
    return (await store.list({ workspaceId: WORKSPACE, folder: path, limit })).entries;
  };
  async function read(name: string, range?: { start: number; end: number }): Promise<Buffer> {
    const parts: Buffer[] = [];
    for await (const part of await store.read(await store.find(place(name)), range)) parts.push(part);
    return Buffer.concat(parts);
  }

  it.each([0, 1, 4 * MIB - 1, 4 * MIB, 4 * MIB + 1, 9 * MIB + 5])('gives back %d bytes', async (size) => {
    const bytes = numbered(size);
    await write('file', pieces(bytes, 65_521));
    expect(Buffer.compare(await read('file'), bytes)).toBe(0);
    expect(await list()).toEqual([{ name: 'file', isFolder: false, bytes: size }]);
    for (const [start, end] of [
      [0, Math.min(1, size)],
      [Math.floor(size / 2), size],
      [Math.max(0, size - 1), size],
    ] as const) {
      expect(Buffer.compare(await read('file', { start, end }), bytes.subarray(start, end))).toBe(0);
    }
  });

  it('replaces a file at once, and a download under way goes on', async () => {
    await write('file', pieces(numbered(9 * MIB)));
    const stream = await store.read(await store.find(place('file')));
    const received: Buffer[] = [];
    const [first] = (await once(stream, 'data')) as [Buffer];
    received.push(first);
    stream.pause();
    await writeText('file', 'new');
    await sweeper.sweep();
    stream.on('data', (part: Buffer) => received.push(part)).resume();
    await once(stream, 'end');
    expect(Buffer.compare(Buffer.concat(received), numbered(9 * MIB))).toBe(0);
    expect((await read('file')).toString()).toBe('new');
    await sweeper.sweep({ graceMs: 0, abandonedMs: 60_000 });
    expect(storage.countBlobs()).toBe(1);
  });

  it('keeps one of several written at the same time, whole, and nothing of the others', async () => {
    const texts = Array.from({ length: 8 }, (_, index) => `text ${index}`.repeat(1000));
    await Promise.all(texts.map((text) => writeText('file', text)));
    expect(texts).toContain((await read('file')).toString());
    await sweeper.sweep({ graceMs: 0, abandonedMs: 60_000 });
    expect(storage.countBlobs()).toBe(1);
  });

  it('keeps the file before when an upload ends early', async () => {
    await writeText('file', 'old');
    const cut = (async function* () {
      yield numbered(5 * MIB);
      throw new Error('cut off');
    })();
    await expect(write('file', cut)).rejects.toThrow('cut off');
    expect((await read('file')).toString()).toBe('old');
    await sweeper.sweep({ graceMs: 0, abandonedMs: 60_000 });
    expect(storage.countBlobs()).toBe(1);
  });

  it('lists one level, page by page', async () => {
    const names = ['a', 'a-b', 'b/1', 'b/2/3', 'b0', 'ü 1/x', '日本.txt', 'z/z/z'];
    for (const name of names) await writeText(name, name);
    const level = ['a', 'a-b', 'b/', 'b0', 'z/', 'ü 1/', '日本.txt'];
    const spell = (entries: readonly { name: string; isFolder: boolean }[]) =>
      entries.map(({ name, isFolder }) => (isFolder ? `${name}/` : name));
    expect(spell(await list())).toEqual(level);
    expect(spell(await list('b'))).toEqual(['1', '2/']);
    expect(await list('b/2')).toEqual([{ name: '3', isFolder: false, bytes: 5 }]);
    expect([await list('a'), await list('nothing'), await list('b/2/3')]).toEqual([[], [], []]);
    const paged: string[] = [];
    let pageToken: string | undefined;
    do {
      const page = await store.list({ workspaceId: WORKSPACE, folder: place('').path, limit: 2, pageToken });
      paged.push(...spell(page.entries));
      pageToken = page.nextPageToken;
    } while (pageToken !== undefined);
    expect(paged).toEqual(level);
    await expect(
      store.list({ workspaceId: WORKSPACE, folder: 'other', limit: 2, pageToken: 'bm8' }),
    ).rejects.toThrow('page token');
    expect((await store.list({ workspaceId: 'other', folder: place('').path, limit: 2 })).entries).toEqual(
      [],
    );
  });

  it('removes a file, or a folder with all in it and nothing else', async () => {
    for (const name of ['a/1', 'a/b/2', 'a0', 'a.txt']) await writeText(name, name);
    expect(await store.delete(place('a'))).toBe(2);
    expect((await list()).map(({ name }) => name)).toEqual(['a.txt', 'a0']);
    expect(await store.delete(place('a.txt'))).toBe(1);
    expect(await store.delete(place('a.txt'))).toBe(0);
    await expect(store.find(place('a.txt'))).rejects.toMatchObject({ reason: 'not-found' });
  });

  it('lets nothing be a file and a folder', async () => {
    await writeText('a/b', '1');
    await expect(writeText('a', '2')).rejects.toThrow(Rejected);
    await expect(writeText('a/b/c', '3')).rejects.toThrow(Rejected);
    expect((await list('a')).map(({ name }) => name)).toEqual(['b']);
  });

  it('joins parts that came in any order, the last word on each', async () => {
    const parts = [numbered(5 * MIB), Buffer.from('middle'), numbered(100)];
    const id = await uploads.create(place('big'), parts.length);
    await uploads.putPart(id, 2, { bytes: pieces(Buffer.from('wrong')) });
    const etags = await Promise.all(
      parts.map((part, index) => uploads.putPart(id, index + 1, { bytes: pieces(part) })),
    );
    const sent = etags.map((etag, index) => ({ partNumber: index + 1, etag }));
    expect(await list()).toEqual([]);
    await expect(uploads.complete(id, place('big').path, sent.slice(0, 2))).rejects.toThrow(Rejected);
    await expect(uploads.complete(id, place('other').path, sent)).rejects.toThrow(Rejected);
    await uploads.complete(id, place('big').path, sent);
    expect(Buffer.compare(await read('big'), Buffer.concat(parts))).toBe(0);
    const end = 5 * MIB + 3;
    const seam = await read('big', { start: 5 * MIB - 2, end });
    expect(Buffer.compare(seam, Buffer.concat(parts).subarray(5 * MIB - 2, end))).toBe(0);
    await expect(uploads.complete(id, place('big').path, sent)).rejects.toMatchObject({
      reason: 'not-found',
    });
  });

  it('forgets an upload that is aborted or given up', async () => {
    const [one, two] = await Promise.all([uploads.create(place('x'), 1), uploads.create(place('x'), 1)]);
    const etag = await uploads.putPart(one, 1, { bytes: pieces(numbered(10)) });
    const twoEtag = await uploads.putPart(two, 1, { bytes: pieces(numbered(10)) });
    await uploads.abort(one, place('x').path);
    await expect(uploads.putPart(one, 1, { bytes: pieces(numbered(1)) })).rejects.toMatchObject({
      reason: 'not-found',
    });
    await expect(uploads.complete(one, place('x').path, [{ partNumber: 1, etag }])).rejects.toThrow(
      'No such',
    );
    await sweeper.sweep({ graceMs: 0, abandonedMs: -1000 });
    await expect(uploads.complete(two, place('x').path, [{ partNumber: 1, etag: twoEtag }])).rejects.toThrow(
      Rejected,
    );
    expect(storage.countBlobs()).toBe(0);
  });

  it('refuses what would not fit and what leads out', async () => {
    await expect(
      store.write({ ...place('x'), bytes: pieces(numbered(1)), length: 2 ** 50 }),
    ).rejects.toMatchObject({ reason: 'too-large' });
    await expect(writeText('../x', 'x')).rejects.toThrow(Rejected);
    await expect(store.delete({ workspaceId: WORKSPACE, path: '' })).rejects.toThrow(Rejected);
    await expect(uploads.create(place('x'), 0)).rejects.toThrow(Rejected);
  });
});

async function* pieces(bytes: Uint8Array, size = 64 * 1024): AsyncGenerator<Uint8Array> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

function numbered(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at++) bytes[at] = (at * 31 + (at >> 8)) & 0xff;
  return bytes;
}

function countFiles(dir: string): number {
  return readdirSync(dir, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).length;
}
