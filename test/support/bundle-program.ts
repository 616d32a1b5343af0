import { mkdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { build } from 'rolldown';

const ROOT = join(import.meta.dirname, '../..');
/** Ours goes into the bundle, as in rolldown.config.ts. */
const INCLUDED = /^(\0|\.|\/|@millrace\/|@oxc-project\/runtime)/;

/** Makes a program that a child process can run of TypeScript with decorators; resolves with its path. */
export async function bundleProgram(path: string): Promise<string> {
  // Inside the repository, so that it finds node_modules.
  const dir = join(ROOT, '.cache', 'programs', basename(join(path, '../../..')));
  mkdirSync(dir, { recursive: true });
  const file = join(dir, `${basename(path, '.ts')}-${process.pid}.mjs`);
  await build({
    input: path,
    cwd: ROOT,
    platform: 'node',
    logLevel: 'silent',
    external: (id) => !INCLUDED.test(id),
    output: { file, format: 'esm', codeSplitting: false },
  });
  return file;
}
