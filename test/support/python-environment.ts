import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/**
 * Path of a Python interpreter with the pinned packages of a requirements file, in a virtual environment under `.cache`
 * that is made once for each content of the file. Needs python3 with venv (Debian: python3-venv).
 */
export function pythonWith(requirements: string): string {
  const digest = createHash('sha256').update(readFileSync(requirements)).digest('hex').slice(0, 12);
  const folder = resolve('.cache', `python-${digest}`);
  const python = join(folder, 'bin', 'python');
  const stamp = join(folder, '.complete');
  if (existsSync(stamp)) return python;
  rmSync(folder, { recursive: true, force: true });
  execFileSync('python3', ['-m', 'venv', folder], { stdio: 'inherit' });
  execFileSync(
    python,
    ['-m', 'pip', 'install', '--quiet', '--disable-pip-version-check', '-r', requirements],
    { stdio: 'inherit' },
  );
  writeFileSync(stamp, '');
  return python;
}
