import type { Filter } from '@millrace/domain';
import type { TraceSearch } from '@millrace/ports';

/** Half-open, in nanoseconds since the epoch. */
export interface TimeRange {
  readonly from: bigint;
  readonly to: bigint;
}

export const HOUR_NS = 3_600_000_000_000n;
const MS_NS = 1_000_000n;
/** Request times are stored between 1970 and 2106 (storing/trace-columns.ts). */
const WHOLE: TimeRange = { from: 0n, to: 2n ** 32n * 1_000_000_000n };
/** Most pages are full within the first; a search that finds little reads everything in the last. */
const WIDTHS = [1n, 24n, 720n].map((hours) => hours * HOUR_NS);

/** The times a search can find at all: its own bounds and those that its filter demands. */
export function searchedRange(
  search: Pick<TraceSearch, 'fromUnixNano' | 'toUnixNano' | 'filter'>,
): TimeRange {
  return within([{ from: search.fromUnixNano, to: search.toUnixNano }, ...demanded(search.filter)]);
}

/** The times of the bounds of a search. */
export function searchedTimes(search: Pick<TraceSearch, 'fromUnixNano' | 'toUnixNano'>): TimeRange {
  return within([{ from: search.fromUnixNano, to: search.toUnixNano }]);
}

function within(bounds: readonly PartialRange[]): TimeRange {
  let { from, to } = WHOLE;
  for (const bound of bounds) {
    if (bound.from !== undefined && bound.from > from) from = bound.from;
    if (bound.to !== undefined && bound.to < to) to = bound.to;
  }
  return { from, to: to < from ? from : to };
}

/** Ever wider windows from one end of the range to the other; `edge` is the hour where the first trace stands. */
export function* widenWindows(range: TimeRange, isDescending: boolean, edge: bigint): Generator<TimeRange> {
  let near = edge;
  for (const width of WIDTHS) {
    const far = isDescending ? near - width : near + width;
    const window = clip(isDescending ? { from: far, to: near } : { from: near, to: far }, range);
    if (window.from < window.to) yield window;
    near = far;
    if (isDescending ? near <= range.from : near >= range.to) return;
  }
  yield clip(isDescending ? { from: range.from, to: near } : { from: near, to: range.to }, range);
}

function clip(window: TimeRange, range: TimeRange): TimeRange {
  return {
    from: window.from < range.from ? range.from : window.from,
    to: window.to > range.to ? range.to : window.to,
  };
}

type PartialRange = { readonly from?: bigint | undefined; readonly to?: bigint | undefined };

/** Comparisons of the request time that every match must meet. */
function demanded(filter: Filter | undefined): PartialRange[] {
  if (filter?.kind === 'and') return filter.operands.flatMap(demanded);
  if (filter?.kind !== 'comparison' || filter.field.entity !== 'trace') return [];
  if (filter.field.key !== 'timestamp' && filter.field.key !== 'timestamp_ms') return [];
  const value = Number(filter.value);
  if (typeof filter.value === 'object' || !Number.isFinite(value) || Math.abs(value) > 1e15) return [];
  const atMost = { to: (BigInt(Math.floor(value)) + 1n) * MS_NS };
  const atLeast = { from: BigInt(Math.floor(value)) * MS_NS };
  switch (filter.comparator) {
    case '=':
      return [atMost, atLeast];
    case '<':
    case '<=':
      return [atMost];
    case '>':
    case '>=':
      return [atLeast];
    default:
      return [];
  }
}
