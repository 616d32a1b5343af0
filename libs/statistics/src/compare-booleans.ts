import { checkConfidence } from './check-numbers.ts';
import { fairCoinBelow, normalReach } from './distributions.ts';
import type { Interval } from './intervals.ts';

export type Pair<Value> = readonly [before: Value, after: Value];

export interface BooleanComparison {
  readonly pairs: number;
  /** Passed before and not after. */
  readonly regressions: number;
  /** Passed after and not before. */
  readonly improvements: number;
  /** Pass rate after less that before. */
  readonly difference: Interval;
  /** How likely so lopsided a change is when nothing has changed: McNemar's exact test, two-sided. */
  readonly pValue: number;
}

/** Whether the same things pass more or less often than before. Undefined of nothing. */
export function compareBooleans(
  pairs: readonly Pair<boolean>[],
  confidence = 0.95,
): BooleanComparison | undefined {
  checkConfidence(confidence);
  if (pairs.length === 0) return undefined;
  const regressions = pairs.filter(([before, after]) => before && !after).length;
  const improvements = pairs.filter(([before, after]) => !before && after).length;
  const changed = regressions + improvements;
  const pValue = Math.min(1, 2 * fairCoinBelow(Math.min(regressions, improvements), changed));
  const estimate = (improvements - regressions) / pairs.length;
  const variance = (changed - (improvements - regressions) ** 2 / pairs.length) / pairs.length ** 2;
  const half = normalReach(confidence) * Math.sqrt(Math.max(0, variance));
  const difference = {
    estimate,
    low: Math.max(-1, estimate - half),
    high: Math.min(1, estimate + half),
  };
  return { pairs: pairs.length, regressions, improvements, difference, pValue };
}
