import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { closeSync, openSync, readdirSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Rejected, Unavailable } from '@millrace/domain';
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest';
import type { S3BlobStore } from './s3-blob-store.ts';
import { S3Fixture } from './testing/s3-fixture.ts';

const s3 = new S3Fixture();
const BYTES = Buffer.from('some bytes');

beforeAll(() => s3.start());
afterEach(() => s3.closeStores());
afterAll(() => s3.stop());

/** The error of a put, which is also the reason why the store is not ready. */
async function refusalOf(store: S3BlobStore): Promise<Unavailable> {
  const refusal: unknown = await store.put('a/b', BYTES).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Unavailable);
  await expect(store.checkReady()).rejects.toThrow(Unavailable);
  return refusal as Unavailable;
}

describe('S3BlobStore of a server that dies', () => {
  it('is Unavailable meanwhile and works again by itself', { timeout: 60_000 }, async () => {
    const store = s3.open();
    await store.put('a/before', BYTES);
    await s3.server.kill();
    expect((await refusalOf(store)).message).toMatch(/ECONNREFUSED.*check that the server runs/);
    await expect(store.get('a/before')).rejects.toThrow(Unavailable);
    await s3.server.restart();
    await store.put('a/b', BYTES);
    await store.checkReady();
    expect(Buffer.from(await store.get('a/before'))).toEqual(BYTES);
    expect(Buffer.from(await store.get('a/b'))).toEqual(BYTES);
  });

  it('ends puts under way as stored or Unavailable', { timeout: 60_000 }, async () => {
    const store = s3.open();
    const large = Buffer.alloc(4 * 1024 * 1024, 'x');
    const keys = Array.from({ length: 12 }, (_, index) => `a/${index}`);
    const puts = Promise.allSettled(keys.map((key) => store.put(key, large)));
    await store.put('a/first', BYTES);
    await s3.server.kill();
    const outcomes = await puts;
    await s3.server.restart();
    for (const [index, outcome] of outcomes.entries()) {
      if (outcome.status === 'rejected') expect(outcome.reason).toBeInstanceOf(Unavailable);
      else expect(Buffer.compare(await store.get(`a/${index}`), large)).toBe(0);
    }
    await Promise.all(keys.map((key) => store.put(key, large)));
    for (const key of keys) expect(Buffer.compare(await store.get(key), large)).toBe(0);
  });
});

describe('S3BlobStore that an operator has to repair', () => {
  it('says which credentials to set when they are wrong', async () => {
    const { credentials } = s3.newConfig();
    const unknown = s3.newConfig({ credentials: { accessKeyId: 'nobody', secretAccessKey: 'x' } });
    expect((await refusalOf(s3.open(unknown))).message).toMatch(/set AWS_ACCESS_KEY_ID and AWS_SECRET/);
    const wrong = { accessKeyId: credentials?.accessKeyId ?? '', secretAccessKey: 'hunter2-wrong' };
    const { message } = await refusalOf(s3.open(s3.newConfig({ credentials: wrong })));
    expect(message).toMatch(/SignatureDoesNotMatch.*set AWS_ACCESS_KEY_ID and AWS_SECRET_ACCESS_KEY/);
    expect(message).not.toContain('hunter2');
  });

  it('says to create the bucket when there is none', async () => {
    const store = s3.open(s3.newConfig({ bucket: 'not-there' }));
    const refusal = await refusalOf(store);
    expect(refusal.message).toMatch(
      /NoSuchBucket.*create the bucket not-there, or name another in MILLRACE_BLOB_URL/,
    );
    await expect(store.get('a/b')).rejects.toThrow(/create the bucket not-there/);
    await expect(store.removeAll('a/')).rejects.toThrow(/create the bucket not-there/);
  });
});

describe('S3BlobStore and its objects', () => {
  it('never writes over a blob', async () => {
    const store = s3.open();
    await store.put('a/b', BYTES);
    await store.put('a/b', Buffer.from('other bytes'));
    expect(Buffer.from(await store.get('a/b'))).toEqual(BYTES);
  });

  it('does not give back bytes that changed on the server', async () => {
    const store = s3.open(s3.newConfig({ prefix: 'changed/' }));
    await store.put('a/b', BYTES);
    const file = openSync(join(s3.server.dataDir, s3.server.bucket, 'changed/a/b'), 'r+');
    writeSync(file, 'S');
    closeSync(file);
    await expect(store.get('a/b')).rejects.toThrow(/checksum.*restore the object/i);
  });

  it('keeps to its prefix', async () => {
    const config = s3.newConfig({ prefix: 'team/millrace/' });
    const store = s3.open(config);
    await store.put('a/b', BYTES);
    await store.checkReady();
    const folder = join(s3.server.dataDir, s3.server.bucket, 'team/millrace');
    expect(readdirSync(folder).sort()).toEqual(['a', '~ready']);
    await expect(s3.open(s3.newConfig()).get('a/b')).rejects.toThrow(Rejected);
    await store.removeAll('a/');
    await expect(store.get('a/b')).rejects.toMatchObject({ reason: 'not-found' });
  });

  it('removes more than one page of a list holds', { timeout: 120_000 }, async () => {
    const store = s3.open();
    const keys = Array.from({ length: 1_050 }, (_, index) => `a/${index}`);
    await Promise.all(keys.map((key) => store.put(key, BYTES)));
    await store.removeAll('a/');
    for (const key of ['a/0', 'a/1049']) await expect(store.get(key)).rejects.toThrow(/there is no blob/);
  });
});

describe('S3BlobStore of a server that misbehaves', () => {
  let server: Server | undefined;
  const requests: { readonly method: string; readonly isConditional: boolean }[] = [];

  afterEach(() => {
    server?.closeAllConnections();
    server?.close();
    requests.length = 0;
  });

  /** A server of our own that takes connections and answers with these statuses in turn; undefined: never. */
  async function serverAnswering(
    ...answers: readonly (readonly [number, string] | undefined)[]
  ): Promise<string> {
    server = createServer((request, response) => {
      const answer = answers[Math.min(requests.length, answers.length - 1)];
      requests.push({
        method: request.method ?? '',
        isConditional: request.headers['if-none-match'] === '*',
      });
      request.resume().on('end', () => {
        if (!answer) return;
        const [status, code] = answer;
        response.writeHead(status, { 'content-type': 'application/xml' });
        response.end(
          code === ''
            ? ''
            : `<?xml version="1.0"?><Error><Code>${code}</Code><Message>made up</Message></Error>`,
        );
      });
    });
    await new Promise<void>((resolve) => server?.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  }

  it('gives a silent server up in time', async () => {
    const config = { silenceMs: 300, callTimeoutMs: 3_000, endpoint: await serverAnswering(undefined) };
    const store = s3.open(s3.newConfig(config));
    const asked = performance.now();
    await expect(store.put('a/b', BYTES)).rejects.toThrow(Unavailable);
    expect(performance.now() - asked).toBeLessThan(4_000);
    expect(requests).toHaveLength(3);
    await expect(store.get('a/b')).rejects.toThrow(Unavailable);
  });

  it('gives all tries together no longer than a call may take', async () => {
    const config = { silenceMs: 5_000, callTimeoutMs: 400, endpoint: await serverAnswering(undefined) };
    const store = s3.open(s3.newConfig(config));
    const asked = performance.now();
    const many = Array.from({ length: 4 }, (_, index) => store.put(`a/${index}`, BYTES));
    for (const put of many) await expect(put).rejects.toThrow(/no answer within 400 ms/);
    expect(performance.now() - asked).toBeLessThan(3_000);
    const ready = performance.now();
    await expect(store.checkReady()).rejects.toThrow(Unavailable);
    expect(performance.now() - ready).toBeLessThan(2_000);
  });

  it('tries again after a fault that passes', async () => {
    const endpoint = await serverAnswering([503, 'SlowDown'], [500, 'InternalError'], [200, '']);
    await s3.open(s3.newConfig({ endpoint })).put('a/b', BYTES);
    expect(requests).toHaveLength(3);
  });

  it('passes a fault on that stays', async () => {
    const endpoint = await serverAnswering([503, 'SlowDown']);
    const store = s3.open(s3.newConfig({ endpoint }));
    await expect(store.put('a/b', BYTES)).rejects.toThrow(/asks for fewer requests/);
  });

  it('waits for another writer of the same blob', async () => {
    const endpoint = await serverAnswering([409, 'ConditionalRequestConflict'], [412, 'PreconditionFailed']);
    await s3.open(s3.newConfig({ endpoint })).put('a/b', BYTES);
    expect(requests).toHaveLength(2);
  });

  it('does without conditions where the server has none', async () => {
    const endpoint = await serverAnswering([501, 'NotImplemented'], [200, '']);
    const store = s3.open(s3.newConfig({ endpoint, maxAttempts: 1 }));
    await store.put('a/b', BYTES);
    await store.put('a/c', BYTES);
    expect(requests.map(({ isConditional }) => isConditional)).toEqual([true, false, false]);
  });

  it('names the region as what is wrong', async () => {
    const endpoint = await serverAnswering([301, 'PermanentRedirect']);
    const store = s3.open(s3.newConfig({ endpoint }));
    await expect(store.put('a/b', BYTES)).rejects.toThrow(/set \?region= of MILLRACE_BLOB_URL/);
  });

  it('refuses for good what is too large for the server', async () => {
    const endpoint = await serverAnswering([400, 'EntityTooLarge']);
    const store = s3.open(s3.newConfig({ endpoint }));
    await expect(store.put('a/b', BYTES)).rejects.toMatchObject({ name: 'Rejected', reason: 'too-large' });
  });
});
