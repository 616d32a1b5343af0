import { describeBlobStore } from '@millrace/port-contracts';
import { afterAll, beforeAll } from 'vitest';
import { S3Fixture } from './testing/s3-fixture.ts';

const s3 = new S3Fixture();

beforeAll(() => s3.startInMemory());
afterAll(() => s3.stop());

describeBlobStore('S3BlobStore', {
  createStorage: async () => {
    const config = s3.newConfig();
    return {
      open: async () => s3.open(config),
      destroy: async () => s3.closeStores(),
    };
  },
});
