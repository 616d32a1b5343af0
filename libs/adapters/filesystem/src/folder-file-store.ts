import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { Rejected } from '@millrace/domain';
import { blobKeySegments, blobPrefixSegments, FileStore } from '@millrace/ports';
import { BlobFolder } from './blob-folder.ts';
import type { FileBlobStoreConfig } from './filesystem.config.ts';
import { unlessMissing } from './unless-missing.ts';

/** Beside the blobs, whose shards have names of two letters. */
const FILES = 'files';

/** A FileStore in the folder of blobs: a file lies at `files/<key>` in it. */
export class FolderFileStore extends FileStore {
  private constructor(private readonly folder: BlobFolder) {
    super();
  }

  /** Creates the folder if need be; throws a sentence when it can't be written to. */
  static async open(config: FileBlobStoreConfig): Promise<FolderFileStore> {
    return new FolderFileStore(await BlobFolder.open(config));
  }

  async write(key: string, bytes: AsyncIterable<Uint8Array>, stop?: AbortSignal): Promise<void> {
    const path = this.pathOf(blobKeySegments(key));
    await this.folder.attempt(`store the file ${key}`, () => this.folder.write(path, until(stop, bytes)));
  }

  async read(key: string): Promise<AsyncIterable<Uint8Array>> {
    const path = this.pathOf(blobKeySegments(key));
    return this.folder.attempt(`read the file ${key}`, async () => {
      const file = await unlessMissing(open(path));
      if (file === undefined) throw new Rejected(`there is no file ${key}`, 'not-found');
      if (!(await file.stat()).isDirectory()) return file.createReadStream();
      await file.close();
      throw new Rejected(`there is no file ${key}`, 'not-found');
    });
  }

  async removeAll(prefix: string): Promise<void> {
    const folder = this.pathOf(blobPrefixSegments(prefix));
    await this.folder.attempt(`remove the files under ${prefix}`, () => this.folder.removeFolder(folder));
  }

  private pathOf(segments: readonly string[]): string {
    return join(this.folder.dir, FILES, ...segments);
  }
}

async function* until(stop: AbortSignal | undefined, bytes: AsyncIterable<Uint8Array>) {
  for await (const chunk of bytes) {
    stop?.throwIfAborted();
    yield chunk;
  }
  stop?.throwIfAborted();
}
