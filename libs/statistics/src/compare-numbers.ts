import { checkNumbers } from './check-numbers.ts';
import type { Pair } from './compare-booleans.ts';
import { normalBelow } from './distributions.ts';
import { meanInterval, type Interval } from './intervals.ts';

/** Up to so many the distribution is counted, not approximated. */
const MOST_COUNTED = 50;

export interface NumberComparison {
  readonly pairs: number;
  /** Greater than before. */
  readonly increases: number;
  readonly decreases: number;
  /** After less before, on average. */
  readonly difference: Interval;
  /** From -1, all have decreased, to 1, all have increased (matched-pairs rank-biserial correlation). */
  readonly effect: number;
  /** How likely so lopsided a change is when nothing has changed: Wilcoxon's signed-rank test, two-sided. */
  readonly pValue: number;
}

/** Whether the same things have greater or smaller numbers than before. Undefined of nothing. */
export function compareNumbers(
  pairs: readonly Pair<number>[],
  confidence = 0.95,
): NumberComparison | undefined {
  checkNumbers(pairs.flat());
  const differences = pairs.map(([before, after]) => after - before);
  const difference = meanInterval(differences, confidence);
  if (!difference) return undefined;
  const changes = differences.filter((each) => each !== 0);
  const { ranks, ties } = rank(changes.map(Math.abs));
  const total = (changes.length * (changes.length + 1)) / 2;
  const up = ranks.reduce((sum, each, at) => ((changes[at] ?? 0) > 0 ? sum + each : sum), 0);
  const isCounted = ties.length === 0 && changes.length === pairs.length && changes.length <= MOST_COUNTED;
  const least = Math.min(up, total - up);
  return {
    pairs: pairs.length,
    increases: changes.filter((each) => each > 0).length,
    decreases: changes.filter((each) => each < 0).length,
    difference,
    effect: total === 0 ? 0 : (2 * up - total) / total,
    pValue: isCounted ? countedPValue(least, changes.length) : approximatePValue(least, changes.length, ties),
  };
}

/** The rank of each value, equals at their mean, and how many are equal each time. */
function rank(values: readonly number[]): {
  readonly ranks: readonly number[];
  readonly ties: readonly number[];
} {
  const order = values.map((value, at) => ({ value, at })).sort((a, b) => a.value - b.value);
  const ranks = values.map(() => 0);
  const ties: number[] = [];
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && order[end]?.value === order[start]?.value) end += 1;
    for (const { at } of order.slice(start, end)) ranks[at] = (start + 1 + end) / 2;
    if (end - start > 1) ties.push(end - start);
    start = end;
  }
  return { ranks, ties };
}

/** Of all ways to give signs to the ranks, the share with a sum that is at least as lopsided. */
function countedPValue(least: number, count: number): number {
  const ways = new Array<number>((count * (count + 1)) / 2 + 1).fill(0);
  ways[0] = 1;
  for (let added = 1; added <= count; added += 1) {
    for (let sum = ways.length - 1; sum >= added; sum -= 1) {
      ways[sum] = (ways[sum] ?? 0) + (ways[sum - added] ?? 0);
    }
  }
  const lopsided = ways.slice(0, least + 1).reduce((sum, each) => sum + each, 0);
  return Math.min(1, (2 * lopsided) / 2 ** count);
}

function approximatePValue(least: number, count: number, ties: readonly number[]): number {
  if (count === 0) return 1;
  const tied = ties.reduce((sum, size) => sum + (size ** 3 - size), 0);
  const variance = (count * (count + 1) * (2 * count + 1) - tied / 2) / 24;
  return Math.min(1, 2 * normalBelow((least - (count * (count + 1)) / 4) / Math.sqrt(variance)));
}
