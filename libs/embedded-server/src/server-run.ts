import { setTimeout as sleep } from 'node:timers/promises';
import { StartFailure, type ServerRecipe, type SpawnedServer } from './server-recipe.ts';

const READY_TIMEOUT_MS = 120_000;
const POLL_MS = 10;
/** How long the last words of a server that has ended may take through the pipe. */
const LAST_WORDS_MS = 1000;

/** One run of a server: a child process that serves until it ends or is ended. */
export class ServerRun {
  readonly exited: Promise<void>;
  /** After `exited`: all it wrote has been read. */
  private readonly closed: Promise<void>;
  private readonly spawned: SpawnedServer;
  private spawnError: Error | undefined;

  constructor(
    private readonly recipe: ServerRecipe,
    private readonly port: number,
  ) {
    this.spawned = recipe.spawn(port);
    const { child } = this.spawned;
    this.closed = new Promise((resolve) => void child.once('close', () => resolve()));
    this.exited = new Promise((resolve) => {
      child.once('exit', () => resolve());
      child.on('error', (error) => {
        this.spawnError ??= error;
        if (child.pid === undefined) resolve();
      });
    });
  }

  get pid(): number {
    return this.spawned.child.pid ?? 0;
  }

  private get isRunning(): boolean {
    const { pid, exitCode, signalCode } = this.spawned.child;
    return pid !== undefined && exitCode === null && signalCode === null;
  }

  /** Resolves once it answers; throws StartFailure saying why it does not. */
  async waitReady(): Promise<void> {
    const deadline = Date.now() + READY_TIMEOUT_MS;
    while (this.isRunning) {
      if (await this.recipe.isAnswering(this.port)) return;
      if (Date.now() > deadline) {
        await this.kill();
        throw new StartFailure(
          `The embedded ${this.recipe.name} did not answer within ${READY_TIMEOUT_MS / 1000} s: ${this.spawned.output()}`,
        );
      }
      await sleep(POLL_MS);
    }
    throw await this.failure();
  }

  /** Ends it by the recipe's steps. */
  async stop(): Promise<void> {
    for (const { signal, patienceMs } of this.recipe.stopSteps) {
      if (!this.isRunning) break;
      this.spawned.child.kill(signal);
      await Promise.race([this.exited, sleep(patienceMs, undefined, { ref: false })]);
    }
    await this.kill();
  }

  async kill(): Promise<void> {
    if (this.isRunning) this.spawned.child.kill('SIGKILL');
    await this.exited;
  }

  private async failure(): Promise<StartFailure> {
    await this.exited;
    if (this.spawnError) {
      const { name } = this.recipe;
      return new StartFailure(`The embedded ${name} could not be started: ${this.spawnError.message}`);
    }
    await Promise.race([this.closed, sleep(LAST_WORDS_MS, undefined, { ref: false })]);
    return this.recipe.explain(this.spawned.output());
  }
}
