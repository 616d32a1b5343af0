import type { Tracer } from '@opentelemetry/api';
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

/** Undefined before `init` and after `shutdown`: then nothing is traced. */
export function currentRuntime(): Runtime | undefined {
  return shared[PLACE];
}

export function setRuntime(runtime: Runtime | undefined): void {
  shared[PLACE] = runtime;
}

/** What tracing does must not be the application's trouble. */
export function guarded(deed: () => void): void {
  try {
    deed();
  } catch (error) {
    shared[PLACE]?.settings.onError(error instanceof Error ? error : new Error(String(error)));
  }
}
