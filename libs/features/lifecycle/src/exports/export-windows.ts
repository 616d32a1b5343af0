/** How often a schedule exports: each window is one hour or one day of UTC. */
export const EXPORT_INTERVALS = ['hour', 'day'] as const;
export type ExportInterval = (typeof EXPORT_INTERVALS)[number];

/** Half-open, in milliseconds since the epoch. */
export interface ExportWindow {
  readonly from: number;
  readonly to: number;
}

export const WINDOW_MS: Readonly<Record<ExportInterval, number>> = { hour: 3_600_000, day: 86_400_000 };
/** What comes so much later than it happened is still in its window. */
export const LATENESS_MS = 300_000;

/** The window that a time lies in. */
export function windowAt(every: ExportInterval, time: number): ExportWindow {
  const from = Math.floor(time / WINDOW_MS[every]) * WINDOW_MS[every];
  return { from, to: from + WINDOW_MS[every] };
}

/** The windows from the one that begins at `from` on that have ended before `until`, the oldest first. */
export function windowsUntil(
  every: ExportInterval,
  { from, until, most }: { readonly from: number; readonly until: number; readonly most: number },
): ExportWindow[] {
  const count = Math.max(0, Math.floor((until - from) / WINDOW_MS[every]));
  return Array.from({ length: Math.min(count, most) }, (_, index) =>
    windowAt(every, from + index * WINDOW_MS[every]),
  );
}

/** As it stands in the keys of files: 20261121T000000Z-20261122T000000Z. */
export function windowName({ from, to }: ExportWindow): string {
  return `${stamp(from)}-${stamp(to)}`;
}

function stamp(time: number): string {
  return new Date(time).toISOString().replace(/\.\d+|[-:]/g, '');
}
