import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';

const run = promisify(execFile);
const POM = join(import.meta.dirname, 'pom.xml');
const CACHE = join(import.meta.dirname, '../../../../.cache/kafka');

/** The folder with Kafka's jars; resolved once for each content of pom.xml and kept in `.cache/kafka`. */
export async function kafkaJars(): Promise<string> {
  const digest = createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 16);
  const folder = join(CACHE, digest);
  if (existsSync(folder)) return folder;
  mkdirSync(CACHE, { recursive: true });
  const partial = mkdtempSync(join(CACHE, 'partial-'));
  try {
    const goal = 'dependency:copy-dependencies';
    await run('mvn', ['-q', '-B', '-f', POM, goal, `-DoutputDirectory=${partial}`, '-DincludeScope=runtime']);
    // Several test processes may get here at once: the first rename wins, the others use its result.
    if (!existsSync(folder)) renameSync(partial, folder);
  } catch (error) {
    if (!existsSync(folder)) throw explained(error);
  } finally {
    rmSync(partial, { recursive: true, force: true });
  }
  return folder;
}

function explained(error: unknown): Error {
  if (isMissing(error)) return new Error(NEEDS_PACKAGES, { cause: error });
  return new Error('Maven could not fetch the Kafka jars; is Maven Central or its mirror reachable?', {
    cause: error,
  });
}

const NEEDS_PACKAGES =
  'a test needs Apache Kafka, which runs on Java and is fetched by Maven: apt-get install -y default-jre-headless maven';

/** Java that a test can start, or an error which says what to install. */
export async function requireJava(): Promise<void> {
  try {
    await run('java', ['-version']);
  } catch (error) {
    throw new Error(NEEDS_PACKAGES, { cause: error });
  }
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ENOENT';
}
