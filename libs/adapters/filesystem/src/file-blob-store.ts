import { readdir, readFile } from 'node:fs/promises';
import { Rejected } from '@millrace/domain';
import { BlobStore } from '@millrace/ports';
import { BlobFolder } from './blob-folder.ts';
import { blobPath, prefixFolder } from './blob-path.ts';
import type { FileBlobStoreConfig } from './filesystem.config.ts';
import { unlessMissing } from './unless-missing.ts';

/** A BlobStore in a folder: a blob is written and synced aside, then renamed to its place. */
export class FileBlobStore extends BlobStore {
  private constructor(private readonly folder: BlobFolder) {
    super();
  }

  /** Creates the folder if need be; throws a sentence when it can't be written to. */
  static async open(config: FileBlobStoreConfig): Promise<FileBlobStore> {
    return new FileBlobStore(await BlobFolder.open(config));
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = blobPath(this.folder.dir, key);
    await this.folder.attempt(`store the blob ${key}`, () => this.folder.write(path, bytes));
  }

  async get(key: string): Promise<Uint8Array> {
    const path = blobPath(this.folder.dir, key);
    return this.folder.attempt(`read the blob ${key}`, async () => {
      const bytes = await unlessMissing(readFile(path));
      if (bytes === undefined) throw new Rejected(`there is no blob ${key}`, 'not-found');
      return bytes;
    });
  }

  async removeAll(prefix: string): Promise<void> {
    const folder = prefixFolder(this.folder.dir, prefix);
    await this.folder.attempt(`remove the blobs under ${prefix}`, () => this.folder.removeFolder(folder));
  }

  async countAll(prefix: string): Promise<number> {
    const folder = prefixFolder(this.folder.dir, prefix);
    return this.folder.attempt(`count the blobs under ${prefix}`, async () => {
      const entries = await unlessMissing(readdir(folder, { recursive: true, withFileTypes: true }));
      return (entries ?? []).filter((entry) => entry.isFile()).length;
    });
  }

  async checkReady(): Promise<void> {
    await this.folder.attempt('store blobs', () => this.folder.checkWritable());
  }
}
