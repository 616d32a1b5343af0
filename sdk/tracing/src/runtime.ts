import { context, createContextKey, type Context, type Tracer } from '@opentelemetry/api';
import type { Settings } from './options.ts';

/** What `init` has set up. */
export interface Runtime {
  readonly settings: Settings;
  readonly tracer: Tracer;
  flush(): Promise<void>;
  shutdown(): Promise<void>;
}

/** One for the process, though an application may load this package twice, as a module and by `require`. */
const PLACE = Symbol.for('millrace.tracing');
const shared = globalThis as { [PLACE]?: Runtime | undefined };
const SCOPED = createContextKey('millrace.runtime');

/** What `init` has set up: undefined before it and after `shutdown`. */
export function processRuntime(): Runtime | undefined {
  return shared[PLACE];
}

/** That of the context the code runs in, else the one of the process. Undefined where nothing is traced. */
export function currentRuntime(): Runtime | undefined {
  return (context.active().getValue(SCOPED) as Runtime | undefined) ?? processRuntime();
}

export function setRuntime(runtime: Runtime | undefined): void {
  shared[PLACE] = runtime;
}

/** A context whose spans go where this runtime sends them, beside what the rest of the process traces. */
export function withRuntime(at: Context, runtime: Runtime): Context {
  return at.setValue(SCOPED, runtime);
}

/** What tracing does must not be the application's trouble. */
export function guarded(deed: () => void): void {
  try {
    deed();
  } catch (error) {
    currentRuntime()?.settings.onError(error instanceof Error ? error : new Error(String(error)));
  }
}
