import fs from 'node:fs';
import { promisify } from 'node:util';

/** The file operations a log's durability rests on; a spec puts a full disk behind them. */
export interface LogFiles {
  /** Writes all of `buffers` at `position`; throws otherwise, when part of it may be in the file. */
  write(fd: number, buffers: readonly Uint8Array[], position: number): Promise<void>;
  /** Durable on return: data and length. */
  sync(fd: number): Promise<void>;
  truncate(fd: number, bytes: number): Promise<void>;
  /** Up to `buffer.length` bytes from `position`; fewer only at the end of the file. */
  read(fd: number, buffer: Buffer, position: number): Promise<number>;
  /** Creates a file that must not exist, with `header` in it, durable on return. */
  create(path: string, header: Buffer): Promise<number>;
}

const open = promisify(fs.open);
const close = promisify(fs.close);
const readAt = promisify(fs.read);
const ftruncate = promisify(fs.ftruncate);
const fsync = promisify(fs.fsync);

/** Below this the write is a copy into the page cache of microseconds, less than the way to the thread pool and back. */
const SYNCHRONOUS_BYTES = 64 * 1024;

/** The disk itself. */
export const diskFiles: LogFiles = {
  async write(fd, buffers, position) {
    const bytes = buffers.reduce((sum, buffer) => sum + buffer.byteLength, 0);
    const written =
      bytes <= SYNCHRONOUS_BYTES
        ? fs.writevSync(fd, buffers, position)
        : await writeVector(fd, buffers, position);
    if (written < bytes) throw new DiskFullError(bytes - written);
  },

  sync: (fd) =>
    new Promise((resolve, reject) =>
      fs.fdatasync(fd, (error) => (error === null ? resolve() : reject(error))),
    ),

  async truncate(fd, bytes) {
    await ftruncate(fd, bytes);
    await fsync(fd);
  },

  async read(fd, buffer, position) {
    let total = 0;
    while (total < buffer.length) {
      const { bytesRead } = await readAt(fd, buffer, total, buffer.length - total, position + total);
      if (bytesRead === 0) break;
      total += bytesRead;
    }
    return total;
  },

  async create(path, header) {
    const fd = await open(path, 'wx+', 0o640);
    try {
      await diskFiles.write(fd, [header], 0);
      await fsync(fd);
      return fd;
    } catch (error) {
      await close(fd);
      await fs.promises.rm(path, { force: true });
      throw error;
    }
  },
};

/** Makes the creation, renaming or removal of entries of `dir` durable. */
export async function syncDirectory(dir: string): Promise<void> {
  const fd = await open(dir, 'r');
  try {
    await fsync(fd);
  } finally {
    await close(fd);
  }
}

/** Opens an existing file for reading and writing. */
export function openFile(path: string): Promise<number> {
  return open(path, 'r+');
}

export async function closeFile(fd: number): Promise<void> {
  await close(fd);
}

/** The kernel took only part of a write, which it does when the disk is full. */
class DiskFullError extends Error {
  readonly code = 'ENOSPC';

  constructor(missingBytes: number) {
    super(`no space left on device: ${missingBytes} bytes were not written`);
  }
}

function writeVector(fd: number, buffers: readonly Uint8Array[], position: number): Promise<number> {
  return new Promise((resolve, reject) =>
    fs.writev(fd, buffers, position, (error, written) => (error === null ? resolve(written) : reject(error))),
  );
}
