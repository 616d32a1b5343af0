import { init as initTracing, type TracingOptions } from '@millrace/tracing';
import { processRuntime, processWide, readSettings, type Settings } from '@millrace/tracing/runtime';

const given = processWide('sdk-settings', (): { settings?: Settings } => ({}));

/**
 * Says where Millrace is, for everything of this package, and begins tracing into it. Called again it replaces what was set up
 * before. Throws RangeError for options that can't be meant, and never for a Millrace that is away.
 */
export function init(options: TracingOptions = {}): void {
  given.settings = readSettings(options);
  initTracing(options);
}

/** Those of `init`, also where it was told not to trace; without it those of the environment. */
export function currentSettings(): Settings {
  return processRuntime()?.settings ?? (given.settings ??= readSettings({}));
}
