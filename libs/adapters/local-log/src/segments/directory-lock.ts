import { access, constants, mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/**
 * Holds a folder for one process. An SQLite lock is the only one Node offers that the kernel itself releases at kill -9,
 * that a second container on the same volume sees, and that can't be mistaken for that of a dead process with the same pid.
 */
export class DirectoryLock {
  private constructor(private database: DatabaseSync | undefined) {}

  /** Creates the folder if need be. Throws a sentence when another process holds it or it can't be written to. */
  static async take(dir: string): Promise<DirectoryLock> {
    try {
      await mkdir(dir, { recursive: true, mode: 0o750 });
      await access(dir, constants.W_OK);
      const database = new DatabaseSync(join(dir, 'lock'), { timeout: 0 });
      try {
        database.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
        return new DirectoryLock(database);
      } catch (error) {
        database.close();
        throw error;
      }
    } catch (error) {
      throw new Error(explain(dir, error), { cause: error });
    }
  }

  /** Safe to call twice. */
  release(): void {
    this.database?.close();
    this.database = undefined;
  }
}

const SQLITE_BUSY = 5;

function explain(dir: string, error: unknown): string {
  if (error instanceof Error && 'errcode' in error && error.errcode === SQLITE_BUSY) {
    return `the log folder ${dir} is in use by another Millrace process: stop that one, or give this one its own data folder`;
  }
  const reason = error instanceof Error ? error.message : String(error);
  return `the log folder ${dir} can't be written to (${reason}): give Millrace's user write access to it, or set another data folder`;
}
