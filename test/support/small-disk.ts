import { spawn } from 'node:child_process';
import { closeSync, cpSync, openSync, rmSync, writeSync } from 'node:fs';
import { join } from 'node:path';

const CHUNK = Buffer.alloc(64 * 1024);
const MIB = 1024 * 1024;

export interface SmallDiskOptions {
  /** Where it is mounted: an existing folder. */
  readonly path: string;
  readonly megabytes: number;
  readonly isReadOnly?: boolean;
}

/**
 * What to put before a command so that it finds a file system of its own at `path`. It is mounted in a namespace that only
 * the command and its children see and that ends with them. Needs root, or the right to make user namespaces.
 */
export function onSmallDisk({ path, megabytes, isReadOnly = false }: SmallDiskOptions): string[] {
  const namespaces = process.getuid?.() === 0 ? ['--mount'] : ['--mount', '--map-root-user'];
  const mount = `mount -t tmpfs -o size=${megabytes}m,mode=755 none "$0"`;
  const remount = isReadOnly ? ' && mount -o remount,ro "$0"' : '';
  return ['unshare', ...namespaces, 'sh', '-c', `${mount}${remount} && exec "$@"`, path];
}

export interface KeptDisk {
  /** Whose namespace has it: for Ballast. */
  readonly pid: number;
  /** What to put before a command so that it finds the disk. */
  readonly prefix: readonly string[];
  /** Takes room on it. */
  readonly ballast: Ballast;
  /** Copies what the folder has outside, where the disk hides it, on to the disk. */
  takeOver(): void;
  stop(): void;
}

/** The same disk for several commands one after the other: it stays until it is stopped, whatever becomes of them. */
export async function keepSmallDisk(options: SmallDiskOptions): Promise<KeptDisk> {
  const [program = '', ...args] = [...onSmallDisk(options), 'sh', '-c', 'echo ready && exec sleep infinity'];
  const keeper = spawn(program, args, { stdio: ['ignore', 'pipe', 'inherit'] });
  await new Promise<void>((resolve, reject) => {
    keeper.stdout.once('data', () => resolve());
    keeper.once('exit', (code) => reject(new Error(`the small disk ended with ${code}`)));
  });
  const pid = keeper.pid ?? 0;
  const user = process.getuid?.() === 0 ? [] : ['--user', '--preserve-credentials'];
  return {
    pid,
    prefix: ['nsenter', `--target=${pid}`, ...user, '--mount', `--wdns=${process.cwd()}`],
    ballast: new Ballast(pid, options.path),
    takeOver: () => cpSync(options.path, join(`/proc/${pid}/root`, options.path), { recursive: true }),
    stop: () => void keeper.kill('SIGKILL'),
  };
}

/** Files that take up room on the small disk of a process, seen from outside its namespace. */
export class Ballast {
  private readonly folder: string;
  private count = 0;

  constructor(pid: number, path: string) {
    this.folder = join(`/proc/${pid}/root`, path);
  }

  /** Writes until no byte is left. */
  fill(): void {
    this.write(Number.POSITIVE_INFINITY);
  }

  write(megabytes: number): void {
    const file = openSync(join(this.folder, `ballast-${this.count++}`), 'w');
    try {
      for (let written = 0; written < megabytes * MIB; written += CHUNK.length) writeSync(file, CHUNK);
    } catch (error) {
      if (!(error instanceof Error && 'code' in error && error.code === 'ENOSPC')) throw error;
    } finally {
      closeSync(file);
    }
  }

  remove(): void {
    for (; this.count > 0; this.count--) rmSync(join(this.folder, `ballast-${this.count - 1}`));
  }
}
