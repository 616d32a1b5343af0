/** Which traffic a page of an experiment shows. In the address, so that a link shows the same, and kept from page to page. */
export interface TrafficSearch {
  /** Up to now. Absent beside `from`; DEFAULT_RANGE when both are absent. */
  readonly range?: TimeRange;
  /** RFC 3339, inclusive. */
  readonly from?: string;
  /** RFC 3339, exclusive. */
  readonly to?: string;
  /** Traces that count, in the grammar of docs/filters.md. */
  readonly filter?: string;
}

export const TIME_RANGES = ['15m', '1h', '24h', '7d', '30d', '90d', 'all'] as const;
export type TimeRange = (typeof TIME_RANGES)[number];
export const DEFAULT_RANGE: TimeRange = '7d';

const HOUR_MS = 3_600_000;
const RANGE_MS: Readonly<Record<Exclude<TimeRange, 'all'>, number>> = {
  '15m': HOUR_MS / 4,
  '1h': HOUR_MS,
  '24h': 24 * HOUR_MS,
  '7d': 7 * 24 * HOUR_MS,
  '30d': 30 * 24 * HOUR_MS,
  '90d': 90 * 24 * HOUR_MS,
};

export const TRAFFIC_KEYS = ['range', 'from', 'to', 'filter'] as const;

/** What of an address is understood; the rest is left out. */
export function readTrafficSearch(search: Readonly<Record<string, unknown>>): TrafficSearch {
  const range = TIME_RANGES.find((each) => each === search['range']);
  const from = readTime(search['from']);
  const to = readTime(search['to']);
  const filter =
    typeof search['filter'] === 'string' && search['filter'] !== '' ? search['filter'] : undefined;
  return {
    ...(range !== undefined && { range }),
    ...(range === undefined && from !== undefined && { from }),
    ...(range === undefined && to !== undefined && { to }),
    ...(filter !== undefined && { filter }),
  };
}

export interface TimeBounds {
  /** RFC 3339; absent where there is no bound. */
  readonly from?: string;
  readonly to?: string;
}

/** The times that a search means at a moment, in milliseconds since the epoch. */
export function timeBounds({ range, from, to }: TrafficSearch, now: number): TimeBounds {
  if (range === undefined && (from !== undefined || to !== undefined)) return { from, to };
  const length = range ?? DEFAULT_RANGE;
  return length === 'all' ? {} : { from: new Date(now - RANGE_MS[length]).toISOString() };
}

function readTime(value: unknown): string | undefined {
  return typeof value === 'string' && !Number.isNaN(Date.parse(value)) ? value : undefined;
}
