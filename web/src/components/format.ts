const NUMBER = new Intl.NumberFormat('en', { maximumFractionDigits: 1 });
const COMPACT = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 });
const NANOS_PER_MS = 1_000_000n;

export function formatCount(count: number): string {
  return count < 10_000 ? NUMBER.format(count) : COMPACT.format(count);
}

/** 1 trace, 12 traces. */
export function formatTraces(count: number): string {
  return count === 1 ? '1 trace' : `${formatCount(count)} traces`;
}

const KILOBYTE = 1000;

export function formatBytes(bytes: number): string {
  if (bytes < KILOBYTE) return `${bytes} B`;
  return bytes < KILOBYTE ** 2
    ? `${NUMBER.format(bytes / KILOBYTE)} kB`
    : `${NUMBER.format(bytes / KILOBYTE ** 2)} MB`;
}

/** Three digits that matter: 0.4 ms, 12 ms, 1.23 s, 2 min 5 s. */
export function formatDuration(milliseconds: number): string {
  if (milliseconds < 1) return `${Number(milliseconds.toPrecision(2))} ms`;
  if (milliseconds < 1000) return `${Number(milliseconds.toPrecision(3))} ms`;
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(2)} s`;
  const seconds = Math.round(milliseconds / 1000);
  if (seconds < 3600) return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
  return `${Math.floor(seconds / 3600)} h ${Math.floor((seconds % 3600) / 60)} min`;
}

/** US dollars; small sums keep two digits that matter. */
export function formatCost(dollars: number): string {
  if (dollars === 0) return '$0';
  return dollars >= 0.1 ? `$${dollars.toFixed(2)}` : `$${Number(dollars.toPrecision(2))}`;
}

export function formatPercent(share: number): string {
  return `${NUMBER.format(share * 100)} %`;
}

/** Decimal nanoseconds, too large for a number, as milliseconds with their fraction. */
export function nanosToMs(nanos: string): number {
  const value = BigInt(nanos);
  return Number(value / NANOS_PER_MS) + Number(value % NANOS_PER_MS) / 1e6;
}

/** In the reader's time zone: the time alone today, with the date before. */
export function formatTime(time: string | number | Date): string {
  const date = new Date(time);
  const isToday = date.toDateString() === new Date().toDateString();
  const clock = date.toLocaleTimeString(undefined, { hour12: false });
  if (isToday) return clock;
  const isThisYear = date.getFullYear() === new Date().getFullYear();
  const day = date.toLocaleDateString(undefined, {
    day: 'numeric',
    month: 'short',
    ...(!isThisYear && { year: 'numeric' }),
  });
  return `${day}, ${clock}`;
}
