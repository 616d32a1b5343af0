import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** One process makes an environment; the others wait for it, and find it made. */
const MAKE = `
  [ -e "$2/.complete" ] && exit 0
  rm -rf "$2"
  python3 -m venv "$2" &&
    "$2/bin/python" -m pip install --quiet --disable-pip-version-check -r "$1" &&
    touch "$2/.complete"`;

/**
 * Path of a Python interpreter with the pinned packages of a requirements file, in a virtual environment under `.cache`
 * that is made once for each content of the file. Needs python3 with venv (Debian: python3-venv).
 */
export function pythonWith(requirements: string): string {
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = resolve('.cache', `python-${digest}`);
  if (!existsSync(join(folder, '.complete'))) {
    mkdirSync(resolve('.cache'), { recursive: true });
    execFileSync('flock', [`${folder}.lock`, 'sh', '-c', MAKE, 'sh', requirements, folder], {
      stdio: 'inherit',
    });
  }
  return join(folder, 'bin', 'python');
}
