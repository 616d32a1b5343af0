import { ListMultipartUploadsCommand } from '@aws-sdk/client-s3';
import { describeFileStore } from '@millrace/port-contracts';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createS3Client } from './create-s3-client.ts';
import { S3FileStore } from './s3-file-store.ts';
import { S3Fixture } from './testing/s3-fixture.ts';

const s3 = new S3Fixture();

beforeAll(() => s3.start());
afterAll(() => s3.stop());

describeFileStore('S3FileStore', {
  createStorage: async () => {
    const config = s3.newConfig();
    const stores: S3FileStore[] = [];
    return {
      open: async () => {
        const store = new S3FileStore(config);
        stores.push(store);
        return store;
      },
      destroy: async () => {
        for (const store of stores) store.onApplicationShutdown();
      },
    };
  },
});

it('leaves no parts behind of a file that failed', async () => {
  const config = s3.newConfig();
  const store = new S3FileStore(config);
  await expect(store.write('w/a', failing())).rejects.toThrow('the source failed');
  const client = createS3Client(config);
  const { Uploads = [] } = await client.send(
    new ListMultipartUploadsCommand({ Bucket: config.bucket, Prefix: config.prefix }),
  );
  expect(Uploads).toEqual([]);
  client.destroy();
  store.onApplicationShutdown();
});

async function* failing(): AsyncGenerator<Uint8Array> {
  for (let part = 0; part < 40; part++) yield await Promise.resolve(Buffer.alloc(1024 * 1024));
  throw new Error('the source failed');
}
