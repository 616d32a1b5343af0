/** A WebAssembly.Module: the engine, compiled once for all threads. TypeScript knows it only together with a browser. */
export type CompiledEngine = object;

/** What a thread is started with. */
export interface ThreadData {
  readonly wasm: CompiledEngine;
}

/** A run as a thread is told it; the argument is JSON. */
export interface RunRequest {
  readonly source: string;
  readonly argument: string;
  readonly timeoutMs: number;
  readonly memoryBytes: number;
}

/** What became of a program: what it returned as JSON, or what went wrong. */
export type ProgramOutcome = { readonly json: string } | { readonly fault: string };

/** What a thread says: once that it is ready, then after every run. */
export type ThreadMessage = 'ready' | ProgramOutcome;
