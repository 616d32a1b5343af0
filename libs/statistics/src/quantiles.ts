import { checkNumbers } from './check-numbers.ts';

/** Quantiles by linear interpolation, as numpy's and ClickHouse's `quantileExactInclusive`. Empty of nothing. */
export function quantiles(values: readonly number[], levels: readonly number[]): number[] {
  checkNumbers(values);
  if (values.length === 0) return [];
  const sorted = values.toSorted((a, b) => a - b);
  return levels.map((level) => quantile(sorted, level));
}

/** Of values in order. */
export function quantile(sorted: readonly number[], level: number): number {
  if (!(level >= 0 && level <= 1)) throw new RangeError(`a level of ${level} is not between 0 and 1`);
  const place = level * (sorted.length - 1);
  const below = sorted[Math.floor(place)] ?? NaN;
  const above = sorted[Math.ceil(place)] ?? NaN;
  return below + (above - below) * (place - Math.floor(place));
}
