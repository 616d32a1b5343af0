/**
 * Files of any size by key, streamed in and out, where others find them: a file of a folder, an object of a bucket. Keys are those of
 * BlobStore, none the folder of another, segments of 200 characters at most. Unlike a blob a file may be written over.
 */
export abstract class FileStore {
  /** Durable and whole on return. When the bytes fail, or `stop` is aborted before the last of them, what was there stays. Throws Unavailable. */
  abstract write(key: string, bytes: AsyncIterable<Uint8Array>, stop?: AbortSignal): Promise<void>;
  /** Bounded in memory. Throws Rejected('not-found'), Unavailable; amid the bytes Unavailable. */
  abstract read(key: string): Promise<AsyncIterable<Uint8Array>>;
  /** Removes every file whose key begins with `prefix`, which ends in `/`. Not an error when there is none. */
  abstract removeAll(prefix: string): Promise<void>;
}
