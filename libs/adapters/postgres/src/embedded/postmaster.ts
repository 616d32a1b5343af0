import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { CHILD_ENVIRONMENT, DATABASE_USER, type ClusterFolder } from './cluster-folder.ts';

const READY_TIMEOUT_MS = 120_000;
const STOP_TIMEOUT_MS = 30_000;
const POLL_MS = 20;
const LONGEST_LOG_BYTES = 10 * 1024 * 1024;
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

/** One run of PostgreSQL: a child process that serves until it ends or is stopped. */
export class Postmaster {
  readonly exited: Promise<void>;

  private constructor(
    private readonly child: ChildProcess,
    private readonly folder: ClusterFolder,
    private readonly port: number,
    private readonly logStart: number,
  ) {
    this.exited = once(child, 'exit').then(() => undefined);
    if (child.pid !== undefined) this.endWithParent(child.pid);
  }

  static async spawn(folder: ClusterFolder, port: number): Promise<Postmaster> {
    const log = openLog(folder.logPath);
    const settings = { ...SETTINGS, port, unix_socket_directories: folder.socketPath };
    const [program = '', ...wrapped] = [...folder.account.wrapper, folder.binaries.postgres];
    const child = spawn(
      program,
      [
        ...wrapped,
        '-D',
        folder.clusterPath,
        ...Object.entries(settings).flatMap(([key, value]) => ['-c', `${key}=${value}`]),
      ],
      {
        ...folder.account.spawnAs,
        env: CHILD_ENVIRONMENT,
        cwd: '/',
        stdio: ['ignore', log.descriptor, log.descriptor],
        // Its own process group: Ctrl-C in a terminal must not stop the database before the services that use it.
        detached: true,
      },
    );
    closeSync(log.descriptor);
    await once(child, 'spawn');
    return new Postmaster(child, folder, port, log.size);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves once it answers a query; throws StartFailure saying why it does not. */
  async waitReady(): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (Date.now() < deadline) {
      if (!this.isRunning) throw new StartFailure(this.readLog());
      if (await this.isAnswering()) return;
      await sleep(POLL_MS);
    }
    this.signal('SIGKILL');
    throw new StartFailure(`it did not answer within ${READY_TIMEOUT_MS / 1000} s. ${this.readLog()}`);
  }

  /** Ends it orderly, sessions and all, and by force if that takes too long. */
  async stop(): Promise<void> {
    this.signal('SIGINT');
    const timer = setTimeout(() => this.signal('SIGQUIT'), STOP_TIMEOUT_MS);
    await this.exited;
    clearTimeout(timer);
  }

  signal(signal: NodeJS.Signals): void {
    if (this.isRunning) this.child.kill(signal);
  }

  private endWithParent(pid: number): void {
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
    void this.exited.then(() => watcher.kill('SIGKILL'));
  }

  private async isAnswering(): Promise<boolean> {
    const client = new pg.Client({ ...clientOptions(this.folder, this.port), connectionTimeoutMillis: 2000 });
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

  private readLog(): string {
    return readFileSync(this.folder.logPath).subarray(this.logStart).toString('utf8').slice(-4000);
  }
}

/** To the maintenance database, which is always there. */
export function clientOptions(folder: ClusterFolder, port: number): pg.ClientConfig {
  return { host: '127.0.0.1', port, user: DATABASE_USER, password: folder.password, database: 'postgres' };
}

/** PostgreSQL ended instead of serving; `log` is what it wrote about that. */
export class StartFailure extends Error {
  override readonly name = 'StartFailure';

  constructor(readonly log: string) {
    super(`The embedded PostgreSQL did not start: ${explain(log)}`);
  }

  get isPortTaken(): boolean {
    return /Address already in use/.test(this.log);
  }

  /** After kill -9 of the postmaster its backends hold the shared memory for a moment. */
  get isPassing(): boolean {
    return /pre-existing shared memory|lock file ".*" already exists/.test(this.log);
  }
}

function explain(log: string): string {
  if (/No space left on device/.test(log)) return 'the disk is full: free some space and start again.';
  const lines = log.split('\n').filter((line) => !/FATAL: {2}the database system is/.test(line));
  const fatal = lines.filter((line) => /FATAL|PANIC|ERROR/.test(line));
  return (fatal.length > 0 ? fatal : lines).join(' ').trim() || 'it wrote nothing; see postgres.log';
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
