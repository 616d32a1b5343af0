import { randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { unlessMissing } from './unless-missing.ts';

/** Holds files being written and folders being removed; a dot folder, which no key's shard can be. */
const SCRATCH = '.scratch';
/** Scratch older than this was left by a process that was killed. */
const ABANDONED_MS = 24 * 60 * 60 * 1000;

/** Where files are written aside, on the disk of the folder they are moved to. */
export class ScratchFolder {
  private constructor(private readonly dir: string) {}

  static async open(dir: string): Promise<ScratchFolder> {
    const scratch = join(dir, SCRATCH);
    await mkdir(scratch, { recursive: true, mode: 0o750 });
    await removeAbandoned(scratch);
    return new ScratchFolder(scratch);
  }

  /** A path that nothing has. */
  newPath(): string {
    return join(this.dir, randomUUID());
  }

  /** The path of a file with these bytes, on the disk. */
  async write(bytes: Uint8Array | AsyncIterable<Uint8Array>): Promise<string> {
    const path = this.newPath();
    const file = await open(path, 'wx', 0o640);
    try {
      await writeFile(file, bytes);
      await file.datasync();
      return path;
    } catch (error) {
      await rm(path, { force: true });
      throw error;
    } finally {
      await file.close();
    }
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
