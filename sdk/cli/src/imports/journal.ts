import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Remembers how far an import came, so that the same call goes on there. */
export class Journal {
  private readonly file: string;

  /** `identity` is all that makes it the same import. */
  constructor(folder: string, identity: readonly string[]) {
    const name = createHash('sha256').update(JSON.stringify(identity)).digest('hex').slice(0, 32);
    this.file = join(folder, 'imports', `${name}.json`);
  }

  read(): string | undefined {
    try {
      return (JSON.parse(readFileSync(this.file, 'utf8')) as { cursor: string }).cursor;
    } catch {
      // None yet, or one that was cut off: then it begins anew, and nothing is there twice.
      return undefined;
    }
  }

  save(cursor: string): void {
    mkdirSync(dirname(this.file), { recursive: true });
    writeFileSync(`${this.file}.part`, JSON.stringify({ cursor }));
    renameSync(`${this.file}.part`, this.file);
  }

  remove(): void {
    rmSync(this.file, { force: true });
  }
}
