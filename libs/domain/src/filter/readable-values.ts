const RFC_3339 = /^\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,9})?)?(?:Z|[+-]\d\d:\d\d)?)?$/i;
const DURATION = /^(\d+(?:\.\d+)?)\s*(us|µs|ms|s|m|h|d)$/;
const MILLISECONDS: Readonly<Record<string, number>> = {
  us: 0.001,
  µs: 0.001,
  ms: 1,
  s: 1_000,
  m: 60_000,
  h: 3_600_000,
  d: 86_400_000,
};

/** Milliseconds since the epoch of an RFC 3339 date or time; without a zone it is UTC. Undefined for any other text. */
export function parseTime(text: string): number | undefined {
  if (!RFC_3339.test(text)) return undefined;
  const isDate = text.length === 10;
  const hasZone = /(?:Z|[+-]\d\d:\d\d)$/i.test(text.slice(10));
  const time = Date.parse(isDate || hasZone ? text : `${text.replace(' ', 'T')}Z`);
  return Number.isNaN(time) ? undefined : time;
}

/** Milliseconds of e.g. `1.5s`, `200ms`, `2h`; undefined for any other text. */
export function parseDuration(text: string): number | undefined {
  const [, amount, unit = ''] = DURATION.exec(text.trim()) ?? [];
  const milliseconds = MILLISECONDS[unit];
  return amount === undefined || milliseconds === undefined ? undefined : Number(amount) * milliseconds;
}
