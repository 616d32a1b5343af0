/**
 * Large values by key. Keys are `/`-separated segments of [A-Za-z0-9._-], at most 512 characters; anything else,
 * and any `.` or `..` segment, throws Rejected. Blobs are immutable: a second `put` under a key must carry the same bytes.
 */
export abstract class BlobStore {
  /** Durable on return. Throws Unavailable. */
  abstract put(key: string, bytes: Uint8Array): Promise<void>;
  /** Throws Rejected('not-found'), Unavailable. */
  abstract get(key: string): Promise<Uint8Array>;
  /** Removes every blob whose key begins with `prefix`, which ends in `/`. Not an error when there is none. */
  abstract removeAll(prefix: string): Promise<void>;
  /** How many blobs have a key that begins with `prefix`, which ends in `/`. Throws Unavailable. */
  abstract countAll(prefix: string): Promise<number>;
  /** Throws Unavailable when a put would fail now. */
  abstract checkReady(): Promise<void>;
}
