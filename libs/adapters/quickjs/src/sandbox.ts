import type {
  QuickJSContext,
  QuickJSHandle,
  QuickJSRuntime,
  QuickJSWASMModule,
} from 'quickjs-emscripten-core';
import type { ProgramOutcome, RunRequest } from './code-run-messages.ts';
import { PRELUDE } from './prelude.ts';

/** Of a result, in characters of its JSON. */
const LONGEST_RESULT = 1_000_000;
const LONGEST_REASON = 2_000;
const STACK_BYTES = 512 * 1024;
/** To tell what a program threw, whose getters run then. */
const EXPLAIN_MS = 100;
const UNTOLD = 'it threw what can not be told';
const JOBS_AT_ONCE = 1_000;

type VmResult = ReturnType<QuickJSContext['evalCode']>;

/** Something that was thrown inside. */
class ThrownInside extends Error {
  readonly thrown: QuickJSHandle;

  constructor(thrown: QuickJSHandle) {
    super('thrown inside');
    this.thrown = thrown;
  }
}

/** Something that is wrong with a program, in words. */
class ProgramFault extends Error {}

/** A runtime of its own for one program. After a fault nothing is cleaned up: its module must not be used again. */
export class Sandbox {
  // A thread runs this file as it is in tests, where Node takes no parameter properties.
  private readonly run: RunRequest;
  private readonly runtime: QuickJSRuntime;
  private readonly context: QuickJSContext;
  private readonly prelude: QuickJSHandle;
  private deadline: number;

  constructor(module: QuickJSWASMModule, run: RunRequest) {
    this.run = run;
    this.deadline = Date.now() + run.timeoutMs;
    this.runtime = module.newRuntime();
    this.runtime.setMemoryLimit(run.memoryBytes);
    this.runtime.setMaxStackSize(STACK_BYTES);
    this.runtime.setInterruptHandler(() => Date.now() > this.deadline);
    this.context = this.runtime.newContext();
    this.prelude = this.taken(this.context.evalCode(PRELUDE, 'prelude.js'));
  }

  runProgram(): ProgramOutcome {
    try {
      return { json: this.call() };
    } catch (error) {
      return { fault: this.explain(error).slice(0, LONGEST_REASON) };
    }
  }

  /** Throws when the program left something behind. */
  dispose(): void {
    this.prelude.dispose();
    this.context.dispose();
    this.runtime.dispose();
  }

  private call(): string {
    const { context, run } = this;
    using exports = this.settled(this.taken(context.evalCode(run.source, 'scorer.js', { type: 'module' })));
    using program = context.getProp(exports, 'default');
    using call = context.getProp(this.prelude, 'call');
    using argument = context.newString(run.argument);
    using result = this.settled(
      this.taken(context.callFunction(call, context.undefined, [program, argument])),
    );
    using length = context.getProp(result, 'length');
    if (context.getNumber(length) > LONGEST_RESULT) {
      throw new ProgramFault(`the result has more than ${LONGEST_RESULT} characters`);
    }
    return context.getString(result);
  }

  /** What a promise comes to, or the value itself. */
  private settled(handle: QuickJSHandle): QuickJSHandle {
    for (;;) {
      const state = this.context.getPromiseState(handle);
      if (state.type === 'rejected') throw new ThrownInside(state.error);
      if (state.type === 'fulfilled') {
        if (!state.notAPromise) handle.dispose();
        return state.value;
      }
      const jobs = this.runtime.executePendingJobs(JOBS_AT_ONCE);
      if (jobs.error) throw new ThrownInside(jobs.error);
      if (jobs.value === 0) throw new ProgramFault('it waits for a promise that nothing resolves');
      if (Date.now() > this.deadline) throw new ProgramFault('out of time');
    }
  }

  private taken(result: VmResult): QuickJSHandle {
    if (result.error) throw new ThrownInside(result.error);
    return result.value;
  }

  private explain(error: unknown): string {
    if (Date.now() > this.deadline) return `it took more than ${this.run.timeoutMs} ms`;
    if (error instanceof ProgramFault) return error.message;
    if (!(error instanceof ThrownInside)) return 'it needed too much memory or recursion for the engine';
    const reason = this.describe(error.thrown);
    return reason.includes('out of memory')
      ? `it took more than ${this.run.memoryBytes} bytes of memory`
      : reason;
  }

  private describe(thrown: QuickJSHandle): string {
    this.deadline = Date.now() + EXPLAIN_MS;
    this.runtime.setMemoryLimit(-1);
    const explain = this.context.getProp(this.prelude, 'explain');
    const told = this.context.callFunction(explain, this.context.undefined, [thrown]);
    if (told.error) return UNTOLD;
    return this.context.typeof(told.value) === 'string' ? this.context.getString(told.value) : UNTOLD;
  }
}
