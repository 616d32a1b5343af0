import { Rejected } from '@millrace/domain';
import { Worker } from 'node:worker_threads';
import type { CompiledEngine, ProgramOutcome, RunRequest, ThreadMessage } from './code-run-messages.ts';

/** Beside this file, or as the build lays it. */
const ENTRY = new URL(
  import.meta.url.endsWith('.ts') ? './quickjs-worker.ts' : '../workers/quickjs-worker.js',
  import.meta.url,
);
/** What a program may take beyond its time until its thread is killed: the engine should have stopped it. */
const GRACE_MS = 1_000;
/** Of JavaScript; what programs need is WebAssembly's and counted by the engine. */
const HEAP_MEGABYTES = 128;

/** A thread for one program at a time. Once dead it stays dead. */
export class ProgramThread {
  private readonly worker: Worker;
  private readonly ready = Promise.withResolvers<void>();
  private running: PromiseWithResolvers<ProgramOutcome> | undefined;
  isAlive = true;

  constructor(wasm: CompiledEngine) {
    this.worker = new Worker(ENTRY, {
      workerData: { wasm },
      env: {},
      execArgv: [],
      resourceLimits: { maxOldGenerationSizeMb: HEAP_MEGABYTES },
    });
    this.worker.unref();
    this.ready.promise.catch(() => undefined);
    this.worker.on('message', (message: ThreadMessage) => this.hear(message));
    this.worker.on('error', (error) => this.die(`it ended its thread: ${error.message}`));
    this.worker.on('exit', () => this.die('its thread ended'));
  }

  /** Throws Rejected when the thread dies of the program. */
  async run(request: RunRequest): Promise<ProgramOutcome> {
    await this.ready.promise;
    const running = Promise.withResolvers<ProgramOutcome>();
    this.running = running;
    const kill = setTimeout(
      () => void this.kill(`it took more than ${request.timeoutMs} ms`),
      request.timeoutMs + GRACE_MS,
    );
    try {
      this.worker.postMessage(request);
      return await running.promise;
    } finally {
      clearTimeout(kill);
      this.running = undefined;
    }
  }

  /** Ends the thread, whatever it does. Safe twice. */
  async kill(reason: string): Promise<void> {
    this.die(reason);
    await this.worker.terminate();
  }

  private hear(message: ThreadMessage): void {
    if (message === 'ready') this.ready.resolve();
    else this.running?.resolve(message);
  }

  private die(reason: string): void {
    this.isAlive = false;
    const fault = new Rejected(`The program failed: ${reason}.`);
    this.ready.reject(fault);
    this.running?.reject(fault);
  }
}
