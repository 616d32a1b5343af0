import type { AnalyticsRow, TimeBucket } from '@millrace/ports';

export interface ComparedRow extends AnalyticsRow {
  readonly previous?: AnalyticsRow['measures'];
}

const UNIT_MS: Readonly<Record<TimeBucket['unit'], number>> = {
  second: 1_000,
  minute: 60_000,
  hour: 3_600_000,
  day: 86_400_000,
  week: 604_800_000,
  month: 2_629_800_000,
};

/** Gives each row the measures of its group `lengthMs` earlier; groups that are gone follow, without measures of their own. */
export function comparePeriods(
  rows: readonly AnalyticsRow[],
  previous: readonly AnalyticsRow[],
  { lengthMs, bucket }: { readonly lengthMs: number; readonly bucket: TimeBucket | undefined },
): ComparedRow[] {
  const bucketMs = bucket ? bucket.count * UNIT_MS[bucket.unit] : 1;
  // A bucket may begin an hour off after a change of the clocks: the nearest is its counterpart.
  const place = (start: number | undefined) => (start === undefined ? 0 : Math.round(start / bucketMs));
  const keyOf = (start: number | undefined, row: AnalyticsRow) =>
    JSON.stringify([place(start), row.dimensions]);
  const earlier = new Map(
    previous.map((row) => [
      keyOf(row.bucketStart === undefined ? undefined : row.bucketStart + lengthMs, row),
      row,
    ]),
  );
  const compared = rows.map((row) => {
    const key = keyOf(row.bucketStart, row);
    const counterpart = earlier.get(key);
    earlier.delete(key);
    return counterpart ? { ...row, previous: counterpart.measures } : row;
  });
  const gone = [...earlier.values()].map((row) => ({
    ...row,
    ...(row.bucketStart !== undefined && { bucketStart: row.bucketStart + lengthMs }),
    measures: row.measures.map(() => undefined),
    previous: row.measures,
  }));
  return [...compared, ...gone];
}
