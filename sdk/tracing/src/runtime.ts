import { context, createContextKey, type Context, type Tracer } from '@opentelemetry/api';
import type { Settings } from './options.ts';
import { processWide } from './process-wide.ts';

/** What `init` has set up. */
export interface Runtime {
  readonly settings: Settings;
  readonly tracer: Tracer;
  flush(): Promise<void>;
  shutdown(): Promise<void>;
}

const inProcess = processWide('runtime', (): { runtime?: Runtime | undefined } => ({}));
const SCOPED = createContextKey('millrace.runtime');

/** What `init` has set up: undefined before it and after `shutdown`. */
export function processRuntime(): Runtime | undefined {
  return inProcess.runtime;
}

/** That of the context the code runs in, else the one of the process. Undefined where nothing is traced. */
export function currentRuntime(): Runtime | undefined {
  return (context.active().getValue(SCOPED) as Runtime | undefined) ?? processRuntime();
}

export function setRuntime(runtime: Runtime | undefined): void {
  inProcess.runtime = runtime;
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
