const NANOS_PER_MS = 1e6;
const MS_PER_SECOND = 1000;
const MS_PER_MINUTE = 60_000;
const SMALL_COST = 0.01;

/** `2026-11-22 14:03:09Z`, from RFC 3339. */
export function formatTime(time: string | undefined): string {
  return time === undefined ? '' : `${new Date(time).toISOString().slice(0, 19).replace('T', ' ')}Z`;
}

/** From nanoseconds. */
export function formatDuration(nanos: string | number): string {
  const ms = Number(nanos) / NANOS_PER_MS;
  if (ms < MS_PER_SECOND) return `${ms < 10 ? ms.toFixed(1) : Math.round(ms)} ms`;
  if (ms < MS_PER_MINUTE) return `${(ms / MS_PER_SECOND).toFixed(2)} s`;
  return `${Math.floor(ms / MS_PER_MINUTE)} min ${Math.round((ms % MS_PER_MINUTE) / MS_PER_SECOND)} s`;
}

/** From US dollars. */
export function formatCost(cost: number | undefined): string {
  if (cost === undefined) return '';
  return cost !== 0 && cost < SMALL_COST ? `$${cost.toPrecision(2)}` : `$${cost.toFixed(2)}`;
}

export function formatNumber(value: number | undefined): string {
  if (value === undefined) return '';
  return Number.isInteger(value) ? String(value) : String(Number(value.toPrecision(4)));
}

/** One line, shortened; control characters can't reach the terminal. */
export function oneLine(text: string, width = 60): string {
  const line = stripControls(text).replaceAll(/\s+/g, ' ').trim();
  return line.length > width ? `${line.slice(0, width - 1)}…` : line;
}

/** What a client stored may hold sequences that a terminal would obey. */
export function stripControls(text: string): string {
  // eslint-disable-next-line no-control-regex -- these are what it removes
  return text.replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]/g, '');
}

export function formatValue(value: unknown): string {
  return typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
}
