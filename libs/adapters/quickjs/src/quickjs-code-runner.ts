import { Rejected, Unavailable, type JsonValue } from '@millrace/domain';
import { CodeRunner, type CodeRun } from '@millrace/ports';
import type { OnApplicationShutdown } from '@nestjs/common';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import type { CompiledEngine, ProgramOutcome } from './code-run-messages.ts';
import { ProgramThread } from './program-thread.ts';
import type { QuickJsConfig } from './quickjs.config.ts';

const WASM = '@jitl/quickjs-wasmfile-release-sync/wasm';
declare const WebAssembly: { compile(bytes: Uint8Array): Promise<CompiledEngine> };

const TRY_AGAIN_MS = 1_000;

/**
 * CodeRunner on QuickJS compiled to WebAssembly: a program sees the language and nothing of Node. It runs in a thread, which is
 * killed should the engine not stop it in time.
 */
export class QuickJsCodeRunner extends CodeRunner implements OnApplicationShutdown {
  private readonly idle: ProgramThread[] = [];
  private readonly busy = new Set<ProgramThread>();
  private readonly waiting: PromiseWithResolvers<void>[] = [];
  private wasm: Promise<CompiledEngine> | undefined;
  private isStopped = false;

  constructor(private readonly config: QuickJsConfig) {
    super();
  }

  override async run({ source, argument, timeoutMs, memoryBytes }: CodeRun): Promise<JsonValue> {
    const thread = await this.takeThread();
    try {
      const outcome = await thread.run({
        source,
        argument: JSON.stringify(argument),
        timeoutMs,
        memoryBytes,
      });
      return read(outcome);
    } catch (error) {
      throw this.isStopped ? new Unavailable('Code is no longer run: the service stops.') : error;
    } finally {
      this.giveBack(thread);
    }
  }

  /** Ends what runs and refuses what waits. Safe twice. */
  async onApplicationShutdown(): Promise<void> {
    this.isStopped = true;
    for (const waiting of this.waiting.splice(0)) waiting.resolve();
    await Promise.all(
      [...this.idle.splice(0), ...this.busy].map((thread) => thread.kill('the service stops')),
    );
  }

  private async takeThread(): Promise<ProgramThread> {
    this.wasm ??= compileEngine();
    const wasm = await this.wasm;
    while (!this.isStopped && this.busy.size >= this.config.threads) await this.wait();
    if (this.isStopped) throw new Unavailable('Code is no longer run: the service stops.');
    const thread = this.idle.pop() ?? new ProgramThread(wasm);
    this.busy.add(thread);
    return thread;
  }

  private wait(): Promise<void> {
    if (this.waiting.length >= this.config.mostWaiting) {
      throw new Unavailable('Too many code scorers wait to be run: try again later.', TRY_AGAIN_MS);
    }
    const turn = Promise.withResolvers<void>();
    this.waiting.push(turn);
    return turn.promise;
  }

  private giveBack(thread: ProgramThread): void {
    this.busy.delete(thread);
    if (thread.isAlive) this.idle.push(thread);
    this.waiting.shift()?.resolve();
  }
}

function read(outcome: ProgramOutcome): JsonValue {
  if ('fault' in outcome) throw new Rejected(`The program failed: ${outcome.fault}.`);
  return JSON.parse(outcome.json) as JsonValue;
}

async function compileEngine(): Promise<CompiledEngine> {
  return WebAssembly.compile(await readFile(fileURLToPath(import.meta.resolve(WASM))));
}
