import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { findFreePort } from './free-port.ts';
import { clearLeftover, markServer } from './leftover.ts';
import { StartFailure, type ServerRecipe } from './server-recipe.ts';
import { ServerRun } from './server-run.ts';

const PORT_ATTEMPTS = 5;
const PASSING = { attempts: 100, delayMs: 100 };
const BACKOFF = { firstMs: 100, longestMs: 10_000, forgottenAfterMs: 30_000 };

/** A server in a child process. One that dies is restarted on the same port, again and again; it never outlives this process. */
export class EmbeddedServer {
  private readonly logger = new Logger(EmbeddedServer.name);
  private readonly stopping = new AbortController();
  private readonly supervision: Promise<void>;

  private constructor(
    private readonly recipe: ServerRecipe,
    readonly port: number,
    private run: ServerRun,
  ) {
    this.supervision = this.supervise();
  }

  /** Resolves once it answers, on a free port unless one is wanted. Throws an Error whose message says what to do. */
  static async start(recipe: ServerRecipe, wantedPort?: number): Promise<EmbeddedServer> {
    await clearLeftover(recipe);
    for (let attempt = 1; ; attempt += 1) {
      const port = wantedPort ?? (await findFreePort());
      try {
        return new EmbeddedServer(recipe, port, await startOnPort(recipe, port));
      } catch (error) {
        if (!(error instanceof StartFailure) || error.kind !== 'port-taken') throw error;
        if (wantedPort !== undefined) {
          throw new Error(
            `Port ${wantedPort} for the embedded ${recipe.name} is taken: free it or choose another port.`,
            { cause: error },
          );
        }
        if (attempt >= PORT_ATTEMPTS) throw error;
      }
    }
  }

  get pid(): number {
    return this.run.pid;
  }

  /** Ends it for good. Safe to call twice. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.run.stop();
    await this.supervision;
  }

  /** Kills it as a crash would; it is restarted. For tests. */
  kill(): Promise<void> {
    return this.run.kill();
  }

  private async supervise(): Promise<void> {
    const { signal } = this.stopping;
    let delay = BACKOFF.firstMs;
    for (;;) {
      const startedAt = Date.now();
      await this.run.exited;
      if (signal.aborted) return;
      if (Date.now() - startedAt > BACKOFF.forgottenAfterMs) delay = BACKOFF.firstMs;
      this.logger.warn(
        `The embedded ${this.recipe.name} (process ${this.pid}) ended unasked: starting it again in ${delay} ms`,
      );
      await sleep(delay, undefined, { signal }).catch(() => undefined);
      if (signal.aborted) return;
      delay = Math.min(delay * 2, BACKOFF.longestMs);
      await this.restart();
    }
  }

  /** A restart that fails leaves a run that has ended, which the supervision then tries again. */
  private async restart(): Promise<void> {
    try {
      await this.recipe.expectStartable?.();
      this.run = spawnMarked(this.recipe, this.port);
      await this.run.waitReady();
    } catch (error) {
      if (!this.stopping.signal.aborted)
        this.logger.error(error instanceof Error ? error.message : String(error));
      await this.run.kill();
    }
  }
}

async function startOnPort(recipe: ServerRecipe, port: number): Promise<ServerRun> {
  await recipe.expectStartable?.();
  for (let attempt = 1; ; attempt += 1) {
    const run = spawnMarked(recipe, port);
    try {
      await run.waitReady();
      return run;
    } catch (error) {
      await run.kill();
      const isPassing = error instanceof StartFailure && error.kind === 'passing';
      if (!isPassing || attempt >= PASSING.attempts) throw error;
      await sleep(PASSING.delayMs);
    }
  }
}

function spawnMarked(recipe: ServerRecipe, port: number): ServerRun {
  const run = new ServerRun(recipe, port);
  try {
    markServer(recipe.markPath, run.pid, port);
  } catch (error) {
    // On a full disk it serves all the same; the server's own lock on its folder guards the data.
    new Logger(EmbeddedServer.name).warn(
      `The processes of the embedded ${recipe.name} could not be noted: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  return run;
}
