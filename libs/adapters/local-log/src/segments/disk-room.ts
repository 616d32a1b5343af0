import { statfs } from 'node:fs/promises';
import { Unavailable } from '@millrace/domain';

/** How old a look at the disk may be. */
const GLANCE_MS = 200;
const RETRY_AFTER_MS = 5_000;
const MIB = 1024 * 1024;

/** Bytes that this user may still write to the file system of `dir`. */
export async function freeBytes(dir: string): Promise<number> {
  const { bavail, bsize } = await statfs(dir);
  return bavail * bsize;
}

/**
 * Keeps the last of a disk free. The log takes acknowledged records to storage on the same disk, which needs room of its own:
 * a log that took the last byte could never be emptied again.
 */
export class DiskRoom {
  private looked = Number.NEGATIVE_INFINITY;
  private looking: Promise<number> | undefined;
  private free = Number.POSITIVE_INFINITY;

  constructor(
    private readonly dir: string,
    private readonly reservedBytes: number,
  ) {}

  /** Throws Unavailable while there is less room than is kept. */
  async expect(): Promise<void> {
    if (this.reservedBytes === 0) return;
    if (performance.now() - this.looked > GLANCE_MS) await this.look();
    if (this.free >= this.reservedBytes) return;
    throw new Unavailable(
      `the disk is full: ${Math.floor(this.free / MIB)} MB are free at ${this.dir}, and the last ` +
        `${Math.ceil(this.reservedBytes / MIB)} MB are kept for storing what was acknowledged. Make room; nothing of this was taken, send it again`,
      RETRY_AFTER_MS,
    );
  }

  private async look(): Promise<void> {
    this.looking ??= freeBytes(this.dir).finally(() => (this.looking = undefined));
    this.free = await this.looking;
    this.looked = performance.now();
  }
}
