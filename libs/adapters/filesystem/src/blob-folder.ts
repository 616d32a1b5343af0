import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Rejected, Unavailable } from '@millrace/domain';
import { fileBlobStoreConfigSchema, type FileBlobStoreConfig } from './filesystem.config.ts';
import { FolderSync } from './folder-sync.ts';
import { ScratchFolder } from './scratch-folder.ts';
import { unlessMissing } from './unless-missing.ts';

/** A folder in which files appear whole, durable, or not at all. */
export class BlobFolder {
  private readonly folders = new FolderSync();

  private constructor(
    readonly dir: string,
    private readonly scratch: ScratchFolder,
  ) {}

  /** Creates the folder if need be; throws a sentence when it can't be written to. */
  static async open(config: FileBlobStoreConfig): Promise<BlobFolder> {
    const { dir } = fileBlobStoreConfigSchema.parse(config);
    try {
      await mkdir(dir, { recursive: true, mode: 0o750 });
      return new BlobFolder(dir, await ScratchFolder.open(dir));
    } catch (error) {
      throw new Error(
        `the blob folder ${dir} can't be written to (${String(error)}): give Millrace's user write access to it, or set another`,
        { cause: error },
      );
    }
  }

  /** At `path` on return, in place of what was there. When the bytes fail that stays. */
  async write(path: string, bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<void> {
    const [written] = await Promise.all([this.scratch.write(bytes), this.folders.create(dirname(path))]);
    await this.moveInto(written, path);
    await this.folders.sync(dirname(path));
  }

  /** Gone on return with all in it, if it was there. */
  async removeFolder(folder: string): Promise<void> {
    const aside = this.scratch.newPath();
    const moved = await unlessMissing(rename(folder, aside).then(() => true));
    if (moved !== true) return;
    await this.folders.sync(dirname(folder));
    await rm(aside, { recursive: true, force: true });
  }

  /** Throws when nothing can be written now. */
  async checkWritable(): Promise<void> {
    await rm(await this.scratch.write(Buffer.from('ready')));
  }

  /** Errors of `work` as those that cross a port. */
  async attempt<T>(what: string, work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof Rejected) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      throw new Unavailable(
        `can't ${what} (${reason}): check the disk and the rights of ${this.dir}`,
        5_000,
        { cause: error },
      );
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
}
