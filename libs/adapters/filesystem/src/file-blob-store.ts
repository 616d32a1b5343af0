import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { Rejected, Unavailable } from '@millrace/domain';
import { BlobStore } from '@millrace/ports';
import { blobPath, prefixFolder } from './blob-path.ts';
import { fileBlobStoreConfigSchema, type FileBlobStoreConfig } from './filesystem.config.ts';
import { FolderSync } from './folder-sync.ts';

/** Holds files being written and folders being removed; a dot folder, which no key's shard can be. */
const SCRATCH = '.scratch';
/** Scratch older than this was left by a process that was killed. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** A BlobStore in a folder: a blob is written and synced aside, then renamed to its place. */
export class FileBlobStore extends BlobStore {
  private readonly folders = new FolderSync();

  private constructor(private readonly dir: string) {
    super();
  }

  /** Creates the folder if need be; throws a sentence when it can't be written to. */
  static async open(config: FileBlobStoreConfig): Promise<FileBlobStore> {
    const { dir } = fileBlobStoreConfigSchema.parse(config);
    try {
      await mkdir(join(dir, SCRATCH), { recursive: true, mode: 0o750 });
      await removeAbandoned(join(dir, SCRATCH));
    } catch (error) {
      throw new Error(
        `the blob folder ${dir} can't be written to (${String(error)}): give Millrace's user write access to it, or set another`,
        { cause: error },
      );
    }
    return new FileBlobStore(dir);
  }

  async put(key: string, bytes: Uint8Array): Promise<void> {
    const path = blobPath(this.dir, key);
    await this.attempt(`store the blob ${key}`, async () => {
      const [written] = await Promise.all([this.writeAside(bytes), this.folders.create(dirname(path))]);
      await this.moveInto(written, path);
      await this.folders.sync(dirname(path));
    });
  }

  async get(key: string): Promise<Uint8Array> {
    const path = blobPath(this.dir, key);
    return this.attempt(`read the blob ${key}`, async () => {
      const bytes = await unlessMissing(readFile(path));
      if (bytes === undefined) throw new Rejected(`there is no blob ${key}`, 'not-found');
      return bytes;
    });
  }

  async removeAll(prefix: string): Promise<void> {
    const folder = prefixFolder(this.dir, prefix);
    await this.attempt(`remove the blobs under ${prefix}`, async () => {
      const aside = this.scratchPath();
      const moved = await unlessMissing(rename(folder, aside).then(() => true));
      if (moved !== true) return;
      await this.folders.sync(dirname(folder));
      await rm(aside, { recursive: true, force: true });
    });
  }

  async countAll(prefix: string): Promise<number> {
    const folder = prefixFolder(this.dir, prefix);
    return this.attempt(`count the blobs under ${prefix}`, async () => {
      const entries = await unlessMissing(readdir(folder, { recursive: true, withFileTypes: true }));
      return (entries ?? []).filter((entry) => entry.isFile()).length;
    });
  }

  async checkReady(): Promise<void> {
    await this.attempt('store blobs', async () => rm(await this.writeAside(Buffer.from('ready'))));
  }

  private async writeAside(bytes: Uint8Array): Promise<string> {
    const path = this.scratchPath();
    const file = await open(path, 'wx', 0o640);
    try {
      await file.writeFile(bytes);
      await file.datasync();
      return path;
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
  }

  private async moveInto(written: string, path: string): Promise<void> {
    try {
      // A removal of the prefix may take the folder away between its creation and the rename.
      const moved = await unlessMissing(rename(written, path).then(() => true));
      if (moved === true) return;
      await this.folders.create(dirname(path));
      await rename(written, path);
    } catch (error) {
      await rm(written, { force: true });
      throw error;
    }
  }

  private scratchPath(): string {
    return join(this.dir, SCRATCH, randomUUID());
  }

  private async attempt<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Rejected) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Unavailable(
        `can't ${what} (${reason}): check the disk and the rights of ${this.dir}`,
        5_000,
        {
          cause: error,
        },
      );
    }
  }
}

/** Undefined when a file or folder on the way is not there. */
async function unlessMissing<T>(work: Promise<T>): Promise<T | undefined> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR')) {
      return undefined;
    }
    throw error;
  }
}

async function removeAbandoned(scratch: string): Promise<void> {
  for (const name of await readdir(scratch)) {
    const path = join(scratch, name);
    const found = await unlessMissing(stat(path));
    if (found !== undefined && found.mtimeMs < Date.now() - ABANDONED_MS) {
      await rm(path, { recursive: true, force: true });
    }
  }
}
