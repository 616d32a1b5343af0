import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** A version of the client for everything in a file, or for one test whatever other decorators it has. */
const FILE_SINCE = /^pytestmark = pytest\.mark\.since\("([\d.]+)"\)$/m;
const TESTS = /^(?:@pytest\.mark\.since\("([\d.]+)"\)\n(?:[@ \])].*\n)*)?def (test_\w+)/gm;

/** `<file>.<function>` of each test in a folder that a client of this version has the feature for; all without a version. */
export function testsOf(
  folder: string,
  { version, without = [] }: { readonly version?: string; readonly without?: readonly string[] } = {},
): string[] {
  return readdirSync(folder)
    .filter((file) => file.startsWith('test_') && file.endsWith('.py') && !without.includes(file))
    .flatMap((file) => {
      const names = namesOf(readFileSync(join(folder, file), 'utf8'), version);
      return names.map((name) => `${file.replace('.py', '')}.${name}`);
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
