import type { JsonValue } from '@millrace/domain';

const PASSING: ReadonlySet<string> = new Set(['yes', 'true', 'pass', 'passed']);
const FAILING: ReadonlySet<string> = new Set(['no', 'false', 'fail', 'failed']);

/** Whether a verdict says that it is as it should be; undefined for a value that says neither, such as a number. */
export function isPassing(value: JsonValue): boolean | undefined {
  if (typeof value === 'boolean') return value;
  if (typeof value !== 'string') return undefined;
  const word = value.trim().toLowerCase();
  if (PASSING.has(word)) return true;
  return FAILING.has(word) ? false : undefined;
}

/** What a verdict counts in a mean, as MLflow counts it: a number itself, passing 1, failing 0; undefined for a word. */
export function toNumber(value: JsonValue): number | undefined {
  if (typeof value === 'number' && Number.isFinite(value)) return value;
  const passing = isPassing(value);
  return passing === undefined ? undefined : Number(passing);
}
