import type { Trace } from './trace-detail.ts';

const POLL_MS = 2000;
/** Longer answers are asked for less often. */
const SPANS_PER_POLL = 2500;
const HOUR_MS = 3_600_000;
/** Of a trace whose end hardly comes any more: its process died. */
const SELDOM_MS = 60_000;

export function isRunning({ state }: Pick<Trace, 'state'>): boolean {
  return state === 'IN_PROGRESS';
}

/** In how many milliseconds a trace is worth asking for again; undefined for one that has ended. */
export function askAgainAfter(
  trace: Pick<Trace, 'state' | 'span_count' | 'request_time'>,
  now: number,
): number | undefined {
  if (!isRunning(trace)) return undefined;
  if (now - Date.parse(trace.request_time) > HOUR_MS) return SELDOM_MS;
  return POLL_MS * (1 + Math.floor(trace.span_count / SPANS_PER_POLL));
}
