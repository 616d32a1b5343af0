/** What can be limited, of a workspace or of one of its keys, as `/api/v1` writes it and PostgreSQL keeps it. */
export const LIMIT_KINDS = [
  'spans_per_second',
  'bytes_per_second',
  'requests_per_second',
  'queries_at_once',
  'spans_per_day',
  'bytes_per_day',
  'spans_per_month',
  'bytes_per_month',
] as const;
export type LimitKind = (typeof LIMIT_KINDS)[number];

/** Those that a bucket of tokens holds to. */
export const RATE_KINDS = ['spans_per_second', 'bytes_per_second', 'requests_per_second'] as const;
export type RateKind = (typeof RATE_KINDS)[number];

/** Absent: as the installation has it by default. Null: as much as it likes, whatever the default. */
export type Limits = Readonly<Partial<Record<LimitKind, number | null | undefined>>>;

/** For sentences: `100 spans a second`. */
export const LIMIT_WORDS: Readonly<Record<LimitKind, string>> = {
  spans_per_second: 'spans a second',
  bytes_per_second: 'bytes of spans a second',
  requests_per_second: 'requests to the API a second',
  queries_at_once: 'queries at once',
  spans_per_day: 'spans a day',
  bytes_per_day: 'bytes of spans a day',
  spans_per_month: 'spans a month',
  bytes_per_month: 'bytes of spans a month',
};

/** What holds of two: each of `own` that is given, else that of `defaults`. */
export function limitsOver(defaults: Limits, own: Limits): Limits {
  const given = Object.entries(own).filter(([, value]) => value !== undefined);
  return { ...defaults, ...Object.fromEntries(given) };
}
