import { spawn, type ChildProcess } from 'node:child_process';
import { existsSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';

/** How to run a server program and how to see that it is up. */
export interface ServerProgram {
  readonly name: string;
  readonly command: readonly [string, ...string[]];
  /** What to put before the command, and becomes it. */
  readonly prefix?: readonly string[];
  readonly env?: NodeJS.ProcessEnv;
  readonly cwd?: string;
  /** Unix user to run as, by name or number; only root can change it. */
  readonly user?: string;
  /** Text on stdout or stderr which says that the server answers. */
  readonly readyText?: string;
  /** Or a question asked until it resolves to true. */
  readonly isReady?: () => Promise<boolean>;
  readonly startTimeoutMs?: number;
  readonly stopSignal?: NodeJS.Signals;
  /** For a server that ends when its stdin does. */
  readonly hasOpenStdin?: boolean;
  /** Receives what the server prints, for a developer's eyes. */
  readonly onOutput?: ((text: string) => void) | undefined;
}

/** A real server that a test can stop, kill and start again. */
export interface ServerHandle {
  readonly pid: number;
  /** Orderly stop; safe twice. Removes a temporary data folder. */
  stop(): Promise<void>;
  /** kill -9; the data stays for `restart`. */
  kill(): Promise<void>;
  /** Starts it again on the same data and port, after stopping it if it runs. */
  restart(): Promise<void>;
}

/** As much as a machine may take that is busy with other tests. */
const START_TIMEOUT_MS = 150_000;
const STOP_TIMEOUT_MS = 20_000;
const KEPT_OUTPUT = 20_000;

/** One child process, restartable, which the kernel kills when the process that started it dies in any way. */
export class ServerProcess {
  private child: ChildProcess | undefined;
  private output = '';
  private readonly program: ServerProgram;

  constructor(program: ServerProgram) {
    this.program = program;
  }

  get pid(): number {
    if (this.child?.pid === undefined) throw new Error(`${this.program.name} is not running; start it first`);
    return this.child.pid;
  }

  get isRunning(): boolean {
    return this.child !== undefined && this.child.exitCode === null && this.child.signalCode === null;
  }

  /** The end of what it printed since its last start. */
  get printed(): string {
    return this.output;
  }

  /** Resolves when the server answers; rejects with the end of its output when it does not come up. */
  async start(): Promise<void> {
    const { program } = this;
    const [file, ...args] = commandLine(program);
    this.output = '';
    const child = spawn(file, args, {
      cwd: program.cwd ?? '/',
      env: program.env ?? process.env,
      stdio: [program.hasOpenStdin === true ? 'pipe' : 'ignore', 'pipe', 'pipe'],
    });
    this.child = child;
    let fault: string | undefined;
    child.once('error', (error) => (fault = error.message));
    for (const stream of [child.stdout, child.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => this.keep(text));
    }
    const deadline = Date.now() + (program.startTimeoutMs ?? START_TIMEOUT_MS);
    while (!(await this.isUp())) {
      if (fault !== undefined || !this.isRunning) {
        throw new Error(`${program.name} ended before it was ready: ${fault ?? ''}\n${this.output}`);
      }
      if (Date.now() > deadline) {
        await this.kill();
        throw new Error(`${program.name} was not ready in time:\n${this.output}`);
      }
      await sleep(25);
    }
  }

  /** Stops in order; a server that does not listen is killed after a while. */
  async stop(): Promise<void> {
    await this.end(this.program.stopSignal ?? 'SIGTERM');
  }

  async kill(): Promise<void> {
    await this.end('SIGKILL');
  }

  private async end(signal: NodeJS.Signals): Promise<void> {
    const { child } = this;
    if (!child || !this.isRunning) return;
    const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
    child.kill(signal);
    const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
    await ended;
    clearTimeout(timer);
  }

  private async isUp(): Promise<boolean> {
    const { readyText, isReady } = this.program;
    if (readyText !== undefined && !this.output.includes(readyText)) return false;
    return isReady ? isReady() : true;
  }

  private keep(text: string): void {
    this.output = (this.output + text).slice(-KEPT_OUTPUT);
    this.program.onOutput?.(text);
  }
}

/** `setpriv` replaces itself with the program, so the pid is the program's. */
export function commandLine({
  command,
  prefix = [],
  user,
}: Pick<ServerProgram, 'command' | 'prefix' | 'user'>): [string, ...string[]] {
  if (!existsSync('/usr/bin/setpriv')) {
    throw new Error('test servers need setpriv so that none outlives a test: apt-get install -y util-linux');
  }
  // A number needs no account, and hence has no groups.
  const groups = /^\d+$/.test(user ?? '') ? '--clear-groups' : '--init-groups';
  const asUser =
    user !== undefined && process.getuid?.() === 0 ? [`--reuid=${user}`, `--regid=${user}`, groups] : [];
  return ['/usr/bin/setpriv', '--pdeathsig', 'KILL', ...asUser, '--', ...prefix, ...command];
}
