import { spawn } from 'node:child_process';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { StartFailure, type ServerRecipe, type SpawnedServer } from '@millrace/embedded-server';
import pg from 'pg';
import { CHILD_ENVIRONMENT, DATABASE_USER, type ClusterFolder } from './cluster-folder.ts';

const LONGEST_LOG_BYTES = 10 * 1024 * 1024;
const CONNECT_TIMEOUT_MS = 2000;
/** Reads until our end of its stdin closes, which the kernel does however we die; then asks for a fast shutdown. */
const WATCHER = 'read -r _; kill -INT "$1" 2>/dev/null';

/** Sized for a laptop; the socket lies in our folder, reachable for nobody else. */
const SETTINGS = {
  listen_addresses: '127.0.0.1',
  max_connections: 60,
  shared_buffers: '64MB',
  password_encryption: 'scram-sha-256',
  log_min_messages: 'warning',
};

/** How to run PostgreSQL on a cluster folder in a child process. */
export function postmasterRecipe(folder: ClusterFolder): ServerRecipe {
  return {
    name: 'PostgreSQL',
    markPath: folder.markPath,
    // Fast shutdown, with a checkpoint; then immediate shutdown, which leaves recovery to the next start and loses nothing.
    stopSteps: [
      { signal: 'SIGINT', patienceMs: 2500 },
      { signal: 'SIGQUIT', patienceMs: 1000 },
    ],
    spawn: (port) => spawnPostmaster(folder, port),
    isAnswering: (port) => isAnswering(folder, port),
    explain,
  };
}

/** To the maintenance database, which is always there. */
export function clientOptions(folder: ClusterFolder, port: number): pg.ClientConfig {
  return { host: '127.0.0.1', port, user: DATABASE_USER, password: folder.password, database: 'postgres' };
}

function spawnPostmaster(folder: ClusterFolder, port: number): SpawnedServer {
  const log = openLog(folder.logPath);
  const settings = { ...SETTINGS, port, unix_socket_directories: folder.socketPath };
  const [program = '', ...wrapped] = [...folder.account.wrapper, folder.binaries.postgres];
  const flags = Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]);
  const child = spawn(program, [...wrapped, '-D', folder.clusterPath, ...flags], {
    ...folder.account.spawnAs,
    env: CHILD_ENVIRONMENT,
    cwd: '/',
    stdio: ['ignore', log.descriptor, log.descriptor],
    // Its own process group: Ctrl-C in a terminal must not stop the database before the services that use it.
    detached: true,
  });
  closeSync(log.descriptor);
  if (child.pid !== undefined) {
    const watcher = endWithParent(child.pid);
    child.once('exit', () => watcher.kill('SIGKILL'));
  }
  const output = (): string => readFileSync(folder.logPath).subarray(log.size).toString('utf8').slice(-4000);
  return { child, output };
}

function endWithParent(pid: number) {
  const watcher = spawn('/bin/sh', ['-c', WATCHER, 'watcher', String(pid)], {
    stdio: ['pipe', 'ignore', 'ignore'],
    detached: true,
    cwd: '/',
    env: {},
  });
  // Without a shell the takeover at the next start ends a left-over instead.
  watcher.on('error', () => undefined);
  watcher.stdin.on('error', () => undefined);
  watcher.unref();
  return watcher;
}

async function isAnswering(folder: ClusterFolder, port: number): Promise<boolean> {
  const client = new pg.Client({
    ...clientOptions(folder, port),
    connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
  });
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('SELECT 1');
    return true;
  } catch {
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

function explain(log: string): StartFailure {
  const start = 'The embedded PostgreSQL did not start:';
  if (/No space left on device/.test(log)) {
    return new StartFailure(`${start} the disk is full: free some space and start again.`);
  }
  const lines = log.split('\n').filter((line) => !/FATAL: {2}the database system is/.test(line));
  const fatal = lines.filter((line) => /FATAL|PANIC|ERROR/.test(line));
  const reason = (fatal.length > 0 ? fatal : lines).join(' ').trim();
  const message = `${start} ${reason || 'it wrote nothing; see postgres.log'}`;
  if (/Address already in use/.test(log)) return new StartFailure(message, 'port-taken');
  // After kill -9 of the postmaster its backends hold the shared memory for a moment.
  if (/pre-existing shared memory|lock file ".*" already exists/.test(log)) {
    return new StartFailure(message, 'passing');
  }
  return new StartFailure(message);
}

function openLog(path: string): { descriptor: number; size: number } {
  const descriptor = openSync(path, 'a', 0o600);
  let { size } = statSync(path);
  if (size > LONGEST_LOG_BYTES) {
    truncateSync(path);
    size = 0;
  }
  return { descriptor, size };
}
