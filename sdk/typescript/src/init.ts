import { init as initTracing, type TracingOptions } from '@millrace/tracing';
import { processRuntime, readSettings, type Settings } from '@millrace/tracing/runtime';

const PLACE = Symbol.for('millrace.sdk.settings');
const shared = globalThis as { [PLACE]?: Settings };

/**
 * Says where Millrace is, for everything of this package, and begins tracing into it. Called again it replaces what was set up
 * before. Throws RangeError for options that can't be meant, and never for a Millrace that is away.
 */
export function init(options: TracingOptions = {}): void {
  shared[PLACE] = readSettings(options);
  initTracing(options);
}

/** Those of `init`, also where it was told not to trace; without it those of the environment. */
export function currentSettings(): Settings {
  return processRuntime()?.settings ?? (shared[PLACE] ??= readSettings({}));
}
