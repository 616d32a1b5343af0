import { existsSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const PREFIX = 'millrace-test-';

/** Where a server keeps its data: the caller's folder, or one of ours that goes away with the server. */
export interface DataFolder {
  readonly path: string;
  /** Deletes a folder of ours; leaves the caller's alone. */
  remove(): void;
}

/** `path`, or a new temporary folder when it is absent. */
export function openDataFolder(server: string, path?: string): DataFolder {
  if (path !== undefined) {
    mkdirSync(path, { recursive: true });
    return { path: resolve(path), remove: () => undefined };
  }
  removeLeftovers();
  const created = mkdtempSync(join(tmpdir(), `${PREFIX}${process.pid}-${server}-`));
  return { path: created, remove: () => rmSync(created, { recursive: true, force: true, maxRetries: 5 }) };
}

/** Folders of test runs that were killed: the process named in them is gone. */
function removeLeftovers(): void {
  for (const name of readdirSync(tmpdir())) {
    const pid = name.startsWith(PREFIX) ? Number.parseInt(name.slice(PREFIX.length), 10) : Number.NaN;
    if (Number.isNaN(pid) || existsSync(`/proc/${pid}`)) continue;
    rmSync(join(tmpdir(), name), { recursive: true, force: true });
  }
}
