import type { FigureRow } from '../../api/analytics.ts';
import type { Point } from '../../components/time-chart/time-chart.tsx';
import { bucketBegins, bucketLabel, type Bucket } from './buckets.ts';

export interface TimeAxis {
  readonly bucket: Bucket;
  readonly from: number;
  readonly to: number;
}

interface SeriesOptions {
  readonly axis: TimeAxis;
  /** What a row says, by series. */
  readonly valuesOf: (row: FigureRow) => Readonly<Record<string, number | undefined>>;
  /** Of a bucket without rows; counts are 0 there, averages unknown. */
  readonly missing?: Readonly<Record<string, number>>;
}

const DAY_MS = 24 * 3_600_000;

/** Rows by bucket as points of a chart, with those buckets in which nothing was. */
export function pointsOf(
  rows: readonly FigureRow[],
  { axis, valuesOf, missing = {} }: SeriesOptions,
): Point[] {
  const { bucket } = axis;
  const answered = rows.map((row) => Date.parse(row.bucket ?? '')).sort((left, right) => left - right);
  // Nothing is known of the time before the first row where the range has no begin.
  const first = axis.from > 0 ? axis.from : (answered[0] ?? 0);
  const begins = bucketBegins(answered, bucket, first, axis.to);
  const start = begins[0] ?? 0;
  const values = begins.map(() => ({}) as Record<string, number | undefined>);
  for (const row of rows) {
    // Rounded: where clocks change, buckets of the server are an hour off the steps.
    const place = values[Math.round((Date.parse(row.bucket ?? '') - start) / bucket.ms)];
    if (place !== undefined) Object.assign(place, valuesOf(row));
  }
  const isOneDay = axis.to - first <= DAY_MS;
  return begins.map((begin, index) => ({
    ...missing,
    ...values[index],
    begin,
    label: bucketLabel(begin, bucket, isOneDay),
  }));
}

/** Groups that occur in the rows, in their order. */
export function groupsOf(rows: readonly FigureRow[], dimension: string): readonly string[] {
  return [...new Set(rows.map(({ dimensions }) => String(dimensions[dimension])))];
}
