import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const CACHE = join(import.meta.dirname, '../../../.cache');

/** The folder with the jars that `<name>/pom.xml` lists; resolved once for each content of it and kept in `.cache/<name>`. */
export async function mavenJars(name: string): Promise<string> {
  const pom = join(import.meta.dirname, name, 'pom.xml');
  const cache = join(CACHE, name);
  const digest = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 16);
  const folder = join(cache, digest);
  if (existsSync(folder)) return folder;
  mkdirSync(cache, { recursive: true });
  const partial = mkdtempSync(join(cache, 'partial-'));
  try {
    const goal = 'dependency:copy-dependencies';
    await run('mvn', ['-q', '-B', '-f', pom, goal, `-DoutputDirectory=${partial}`, '-DincludeScope=runtime']);
    // Several test processes may get here at once: the first rename wins, the others use its result.
    if (!existsSync(folder)) renameSync(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw explained(name, error);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return folder;
}

function explained(name: string, error: unknown): Error {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return needsPackages(error);
  return new Error(`Maven could not fetch the jars of ${name}; is Maven Central or its mirror reachable?`, {
    cause: error,
  });
}

/** What Java says of itself, that a test can start; or an error which says what to install. */
export async function requireJava(): Promise<string> {
  try {
    return (await run('java', ['-version'])).stderr;
  } catch (error) {
    throw needsPackages(error);
  }
}

function needsPackages(cause: unknown): Error {
  return new Error(
    'a test needs a server that runs on Java and is fetched by Maven: apt-get install -y default-jre-headless maven',
    { cause },
  );
}
