import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

/** A version of the client for everything in a file, or for one test whatever other decorators it has. */
const FILE_SINCE = /^pytestmark = pytest\.mark\.since\("([\d.]+)"\)$/m;
const TESTS = /^(?:@pytest\.mark\.since\("([\d.]+)"\)\n(?:[@ \])].*\n)*)?def (test_\w+)/gm;

/** `<file>.<function>` of each test of a file or folder that a client of this version has the feature for; all without a version. */
export function testsOf(path: string, version?: string): string[] {
  const files = path.endsWith('.py') ? [path] : readdirSync(path).map((name) => join(path, name));
  return files
    .filter((file) => basename(file).startsWith('test_') && file.endsWith('.py'))
    .flatMap((file) => {
      const names = namesOf(readFileSync(file, 'utf8'), version);
      return names.map((name) => `${basename(file, '.py')}.${name}`);
    });
}

/** The names of the tests in a text of Python. */
export function namesOf(text: string, version?: string): string[] {
  const [, since] = FILE_SINCE.exec(text) ?? [];
  if (isLater(since, version)) return [];
  return [...text.matchAll(TESTS)].flatMap(([, testSince, name = '']) =>
    isLater(testSince, version) ? [] : [name],
  );
}

function isLater(since: string | undefined, version: string | undefined): boolean {
  if (since === undefined || version === undefined) return false;
  return since.localeCompare(version, 'en', { numeric: true }) > 0;
}
