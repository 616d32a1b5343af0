import type { TimeBounds } from '../../app/traffic-search.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;
const MOST_BUCKETS = 90;

export interface Bucket {
  /** As the API names it. */
  readonly name: string;
  readonly ms: number;
}

const BUCKETS: readonly Bucket[] = [
  { name: '1m', ms: MINUTE_MS },
  { name: '5m', ms: 5 * MINUTE_MS },
  { name: '15m', ms: 15 * MINUTE_MS },
  { name: '30m', ms: 30 * MINUTE_MS },
  { name: '1h', ms: HOUR_MS },
  { name: '3h', ms: 3 * HOUR_MS },
  { name: '12h', ms: 12 * HOUR_MS },
  { name: '1d', ms: DAY_MS },
];
const LONGEST: Bucket = { name: '1w', ms: 7 * DAY_MS };

/** The shortest that leaves bars wide enough to be seen; a day where the begin is unknown. */
export function chooseBucket({ from, to }: TimeBounds, now: number, most = MOST_BUCKETS): Bucket {
  if (from === undefined) return { name: '1d', ms: DAY_MS };
  const length = (to === undefined ? now : Date.parse(to)) - Date.parse(from);
  return BUCKETS.find(({ ms }) => length / ms <= most) ?? LONGEST;
}

/** Begins of the buckets from the first to the last moment, in step with those that the server answered. */
export function bucketBegins(
  answered: readonly number[],
  { ms }: Bucket,
  first: number,
  last: number,
): readonly number[] {
  const anchor = answered[0];
  if (anchor === undefined) return [];
  const begins: number[] = [];
  const begin = anchor - Math.floor((anchor - first) / ms) * ms;
  for (let at = begin; at < last && begins.length <= 10 * MOST_BUCKETS; at += ms) begins.push(at);
  return begins;
}

/** A label that tells buckets apart without saying more. */
export function bucketLabel(begin: number, { ms }: Bucket, isOneDay: boolean): string {
  const date = new Date(begin);
  const day = date.toLocaleDateString(undefined, { day: 'numeric', month: 'short' });
  if (ms >= DAY_MS) return day;
  const clock = date.toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', hour12: false });
  return isOneDay ? clock : `${day}, ${clock}`;
}
