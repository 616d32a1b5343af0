import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { createRequire } from 'node:module';
import { setTimeout as sleep } from 'node:timers/promises';
import type { EngineFolder } from './engine-config.ts';
import { folderInUse } from './leftover-engine.ts';

const READY_TIMEOUT_MS = 120_000;
const POLL_MS = 20;
const OUTPUT_KEPT = 8000;
const require = createRequire(import.meta.url);

/** One run of the engine: a child process that serves HTTP until it ends or is killed. */
export class EngineProcess {
  readonly exited: Promise<void>;
  private output = '';

  private constructor(
    private readonly child: ChildProcess,
    private readonly port: number,
  ) {
    this.exited = once(child, 'exit').then(() => undefined);
    const keep = (chunk: Buffer) => {
      this.output = (this.output + chunk.toString()).slice(-OUTPUT_KEPT);
    };
    child.stdout?.on('data', keep);
    child.stderr?.on('data', keep);
    // A child that dies before it is told to makes writes to its stdin fail; its exit says all there is to say.
    child.stdin?.on('error', () => undefined);
  }

  static spawn(folder: EngineFolder, port: number): EngineProcess {
    const host = require.resolve('@millrace/adapter-clickhouse/host');
    const child = spawn(
      process.execPath,
      [host, folder.enginePath, String(port), folder.configPath, 'warning'],
      { stdio: ['pipe', 'pipe', 'pipe'], env: {} },
    );
    return new EngineProcess(child, port);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get isRunning(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** Resolves once the engine answers; throws saying why it does not. */
  async waitReady(): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (Date.now() < deadline) {
      if (!this.isRunning) throw startFailure(this.output);
      if (await this.ping()) return;
      await sleep(POLL_MS);
    }
    await this.kill();
    throw new Error(
      `The embedded ClickHouse did not answer within ${READY_TIMEOUT_MS / 1000} s: ${lastLine(this.output)}`,
    );
  }

  /** Ends it at once: kill -9 loses nothing acknowledged, and an orderly exit hangs on engine threads. */
  async kill(): Promise<void> {
    if (this.isRunning) this.child.kill('SIGKILL');
    await this.exited;
  }

  private async ping(): Promise<boolean> {
    try {
      const response = await fetch(`http://127.0.0.1:${this.port}/ping`);
      return response.ok && (await response.text()).startsWith('Ok.');
    } catch {
      return false;
    }
  }
}

/** Thrown when the port of a start was taken meanwhile: another may be tried. */
export class PortTaken extends Error {
  override readonly name = 'PortTaken';
}

/** Throws when there is no engine for this machine. */
export function checkPlatform(platform = process.platform, arch = process.arch): void {
  const library = `@chdb/lib-${platform}-${arch}-gnu/libchdb.so`;
  const advice = 'Run a ClickHouse server and set MILLRACE_CLICKHOUSE_URL to its address.';
  if (platform !== 'linux' || !['x64', 'arm64'].includes(arch)) {
    throw new Error(`There is no embedded ClickHouse for ${platform} on ${arch}. ${advice}`);
  }
  try {
    require.resolve(library);
  } catch (error) {
    throw new Error(
      `The embedded ClickHouse (${library}) is not installed: run npm install without --omit=optional. ${advice}`,
      { cause: error },
    );
  }
}

function startFailure(output: string): Error {
  if (output.includes('Cannot lock file')) return folderInUse();
  if (/Address already in use/.test(output)) {
    return new PortTaken('The port for the embedded ClickHouse is taken: choose another.');
  }
  if (/No space left on device|NOT_ENOUGH_SPACE/.test(output)) {
    return new Error(
      'The disk with the ClickHouse data folder is full: free some space or move the folder, then start again.',
    );
  }
  if (/Permission denied/.test(output)) {
    return new Error(
      `The ClickHouse data folder can't be written: give this user access to it. (${lastLine(output)})`,
    );
  }
  if (/GLIBC|cannot open shared object|dlopen/i.test(output)) {
    return new Error(
      `The embedded ClickHouse can't be loaded on this system (${lastLine(output)}): it needs glibc. ` +
        'Run a ClickHouse server and set MILLRACE_CLICKHOUSE_URL to its address.',
    );
  }
  return new Error(`The embedded ClickHouse ended while starting: ${lastLine(output)}`);
}

function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '' && !line.startsWith('Logging '));
  const error = lines.findLast((line) => line.includes('Exception')) ?? lines.at(-1);
  return error?.trim() ?? 'it said nothing (killed, or out of memory)';
}
