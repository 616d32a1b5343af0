import type { FilterCounts } from '@millrace/ports';

/** Jeffreys' prior: half a trace more in each of the four cells. */
const PRIOR = 0.5;

export interface Correlation {
  /** From -1 (never together) by 0 (independent) to 1 (always together). */
  readonly npmi: number;
  /** The same with a prior, which small numbers of traces need. */
  readonly npmi_smoothed: number;
}

/** Normalized pointwise mutual information of two filters; undefined where one takes no trace. */
export function correlate({ total, first, second, both }: FilterCounts): Correlation | undefined {
  if (first === 0 || second === 0) return undefined;
  const cells = [both, first - both, second - both, total - first - second + both] as const;
  return { npmi: both === 0 ? -1 : npmi(cells, 0), npmi_smoothed: npmi(cells, PRIOR) };
}

type Cells = readonly [both: number, first: number, second: number, neither: number];

function npmi([both, onlyFirst, onlySecond, neither]: Cells, prior: number): number {
  if (onlyFirst === 0 && onlySecond === 0 && neither === 0) return 1;
  const total = both + onlyFirst + onlySecond + neither + 4 * prior;
  const joint = both + prior;
  const first = joint + onlyFirst + prior;
  const second = joint + onlySecond + prior;
  const mutual = Math.log(joint) + Math.log(total) - Math.log(first) - Math.log(second);
  return Math.max(-1, Math.min(1, mutual / (Math.log(total) - Math.log(joint))));
}
