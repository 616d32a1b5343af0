import type { Trace } from '../../api/traces.ts';

type Timed = Pick<Trace, 'trace_id' | 'request_time_unix_nano'>;

/** Both lists as one, the newest first; a trace in both is as `latest` has it. */
export function mergeNewest<Row extends Timed>(latest: readonly Row[], before: readonly Row[]): Row[] {
  const known = new Set(latest.map(({ trace_id: id }) => id));
  const all = [...latest, ...before.filter(({ trace_id: id }) => !known.has(id))];
  return all.sort((a, b) => compare(b, a));
}

/** Nanoseconds are decimal texts: the longer one is the larger, and equal lengths compare as texts. */
function compare(a: Timed, b: Timed): number {
  const [left, right] = [a.request_time_unix_nano, b.request_time_unix_nano];
  if (left.length !== right.length) return left.length - right.length;
  if (left !== right) return left < right ? -1 : 1;
  return a.trace_id < b.trace_id ? 1 : -1;
}
