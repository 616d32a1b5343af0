import { execFileSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  renameSync,
  rmSync,
  symlinkSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BUNDLES, SERVICES } from '../service-fleet.ts';

const ROOT = join(import.meta.dirname, '../../..');
const MIGRATIONS = ['libs/adapters/postgres/src/migrations', 'libs/adapters/clickhouse/src/migrations'];
const NAMES = [...SERVICES, 'migrate'];

export interface PreviousBundles {
  /** The commit and its schema, in words. */
  readonly origin: string;
  /** `<name>/main.js`: of the previous schema, until upgraded. */
  readonly folder: string;
  /** From its next start on a bundle is of this commit. */
  upgrade(name: string): void;
  remove(): void;
}

/** Builds the last commit before the schema changed last (MILLRACE_UPGRADE_FROM: any other). Needs the history of the repository. */
export function buildPreviousBundles(): PreviousBundles {
  const commit = git('rev-parse', process.env['MILLRACE_UPGRADE_FROM'] ?? commitBeforeLastMigration());
  const folder = mkdtempSync(join(tmpdir(), 'millrace-previous-'));
  const source = join(folder, 'source');
  mkdirSync(source);
  execFileSync('sh', ['-c', `git archive "$0" | tar -x -C "$1"`, commit, source], { cwd: ROOT });
  linkPackages(source);
  execFileSync('rolldown', ['-c', 'rolldown.config.ts', '--logLevel', 'silent'], {
    cwd: source,
    stdio: 'pipe',
  });
  const bundles = join(folder, 'bundles');
  mkdirSync(bundles);
  for (const name of NAMES) symlinkSync(join(source, 'dist', name), join(bundles, name));
  return {
    origin: originOf(commit, source),
    folder: bundles,
    upgrade: (name) => {
      const next = join(bundles, `${name}.next`);
      // Replaced in one step: another instance of it may be starting.
      symlinkSync(join(BUNDLES, name), next);
      renameSync(next, join(bundles, name));
    },
    remove: () => rmSync(folder, { recursive: true, force: true }),
  };
}

/** Packages of others as they are here; ours by the relative links of the workspace, so that they lead to the old sources. */
function linkPackages(source: string): void {
  const packages = join(source, 'node_modules');
  mkdirSync(packages);
  for (const name of readdirSync(join(ROOT, 'node_modules'))) {
    const from = join(ROOT, 'node_modules', name);
    if (name === '@millrace') cpSync(from, join(packages, name), { recursive: true, verbatimSymlinks: true });
    else symlinkSync(from, join(packages, name));
  }
  for (const nested of ['libs/service-kit/node_modules', 'web/node_modules'])
    if (existsSync(join(ROOT, nested))) symlinkSync(join(ROOT, nested), join(source, nested));
}

function originOf(commit: string, source: string): string {
  const last = MIGRATIONS.map((folder) => {
    const names = readdirSync(join(source, folder)).filter((name) => /^\d/.test(name));
    return names
      .sort()
      .at(-1)
      ?.replace(/\.\w+$/, '');
  });
  return `${git('log', '-1', '--format=%h of %as (%s)', commit)}, whose last migrations are ${last.join(' and ')}`;
}

function commitBeforeLastMigration(): string {
  const added = git('log', '-1', '--diff-filter=A', '--format=%H', '--', ...MIGRATIONS);
  try {
    return git('rev-parse', '--verify', '--quiet', `${added}^`);
  } catch {
    throw new Error(
      'the commit before the last migration is not here: git fetch --unshallow, or name another in MILLRACE_UPGRADE_FROM',
    );
  }
}

function git(...args: readonly string[]): string {
  return execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
}
