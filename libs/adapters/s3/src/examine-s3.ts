import { randomUUID } from 'node:crypto';
import { examine, type Finding } from '@millrace/domain';
import type { S3Config } from './s3.config.ts';

/** Whether blobs can be written, read and removed in the bucket: tries it with one, which it removes. */
export function examineS3(config: S3Config): Promise<readonly Finding[]> {
  const advice = 'look at MILLRACE_BLOB_URL, AWS_ACCESS_KEY_ID and the rights that docs/blobs.md lists';
  const subject = `bucket ${config.bucket}`;
  return examine(subject, advice, async () => {
    // The SDK is loaded by those who use it: a process whose blobs are in a folder has no memory for it.
    const { S3BlobStore } = await import('./s3-blob-store.ts');
    const store = new S3BlobStore({ ...config, maxAttempts: 1 });
    const key = `doctor/${randomUUID()}`;
    try {
      await store.put(`${key}/blob`, Buffer.from(key));
      const read = Buffer.from(await store.get(`${key}/blob`)).toString();
      await store.removeAll(`${key}/`);
      if (read === key) return [{ subject, state: 'ok', says: 'blobs can be written, read and removed' }];
      return [
        { subject, state: 'wrong', says: 'gave back other bytes than were written: look at the server' },
      ];
    } finally {
      store.onApplicationShutdown();
    }
  });
}
