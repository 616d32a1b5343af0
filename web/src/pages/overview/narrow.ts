import type { Traffic } from '../../app/use-traffic.ts';
import type { TimeAxis } from './series.ts';

/** The filter with one more condition. */
export function narrowedFilter(filter: string, condition: string): string {
  if (filter === '') return condition;
  return filter.includes(condition) ? filter : `(${filter}) AND ${condition}`;
}

/** A text as the grammar of filters quotes it. */
export function quoted(text: string): string {
  return `'${text.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`;
}

/** Shows only traces that meet a condition too. */
export function narrowTo({ search, filter, change }: Traffic, condition: string): void {
  change({ ...search, filter: narrowedFilter(filter, condition) });
}

/** Shows only the time of one bucket. */
export function narrowToBucket({ search, change }: Traffic, begin: number, { bucket }: TimeAxis): void {
  change({
    filter: search.filter,
    from: new Date(begin).toISOString(),
    to: new Date(begin + bucket.ms).toISOString(),
  });
}
