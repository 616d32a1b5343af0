import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';

/** One process makes an environment; the others wait for it, and find it made. */
const MAKE = `
  [ -e "$2/.complete" ] && exit 0
  rm -rf "$2" && mkdir -p "$2" &&
    cp "$1/package.json" "$1/package-lock.json" "$2/" && cd "$2" &&
    npm ci --ignore-scripts --no-audit --no-fund --loglevel=error &&
    touch .complete`;

/**
 * `require` over packages that are too heavy for every clone: those of the package-lock.json in a folder, installed under `.cache` once
 * for each content of that file.
 */
export function packagesOf(folder: string): NodeJS.Require {
  const digest = createHash('sha256')
    .update(readFileSync(join(folder, 'package-lock.json')))
    .digest('hex')
    .slice(0, 12);
  const environment = resolve('.cache', `node-${digest}`);
  if (!existsSync(join(environment, '.complete'))) {
    mkdirSync(resolve('.cache'), { recursive: true });
    execFileSync('flock', [`${environment}.lock`, 'sh', '-c', MAKE, 'sh', resolve(folder), environment], {
      stdio: 'inherit',
    });
  }
  return createRequire(join(environment, 'package.json'));
}
