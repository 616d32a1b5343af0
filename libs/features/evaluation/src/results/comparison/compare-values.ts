import type { JsonValue } from '@millrace/domain';
import { compareBooleans, compareNumbers, correctSeveral, type Interval } from '@millrace/statistics';
import { isPassing, toNumber } from '../verdict-value.ts';

/** pass_fail: every value says whether it passes; number: every value counts; category: words, of which only changes are told. */
export type ValueKind = 'pass_fail' | 'number' | 'category';

export interface ValuePair {
  readonly baseline: JsonValue;
  readonly candidate: JsonValue;
}

/** How one thing differs between the sides, over the pairs that have it on both. */
export interface ValueComparison {
  readonly kind: ValueKind;
  readonly pairs: number;
  /** Share that passes, or mean; undefined for categories. */
  readonly baseline: number | undefined;
  readonly candidate: number | undefined;
  readonly difference: Interval | undefined;
  /** McNemar's exact test, or Wilcoxon's signed-rank test; undefined for categories. */
  readonly pValue: number | undefined;
  readonly changed: number;
}

export function compareValues(pairs: readonly ValuePair[]): ValueComparison {
  const kind = kindOf(pairs.flatMap(({ baseline, candidate }) => [baseline, candidate]));
  const changed = pairs.filter(({ baseline, candidate }) => !isSame(baseline, candidate)).length;
  if (kind === 'category') {
    const none = { baseline: undefined, candidate: undefined, difference: undefined, pValue: undefined };
    return { kind, pairs: pairs.length, ...none, changed };
  }
  const numbers = pairs.map(numbersOf);
  const figures = {
    kind,
    pairs: pairs.length,
    baseline: mean(numbers.map(({ baseline }) => baseline)),
    candidate: mean(numbers.map(({ candidate }) => candidate)),
    changed,
  };
  const found =
    kind === 'number'
      ? compareNumbers(numbers.map(({ baseline, candidate }) => [baseline, candidate]))
      : compareBooleans(numbers.map(({ baseline, candidate }) => [baseline === 1, candidate === 1]));
  return { ...figures, difference: found?.difference, pValue: found?.pValue };
}

/** How far the second is from the first; undefined for words. */
export function changeOf(pair: ValuePair): number | undefined {
  const [before, after] = [toNumber(pair.baseline), toNumber(pair.candidate)];
  return before === undefined || after === undefined ? undefined : after - before;
}

/** Of several tests at once, by Holm; what has no p-value stays without. */
export function correctAll(pValues: readonly (number | undefined)[]): (number | undefined)[] {
  const corrected = correctSeveral(pValues.filter((value) => value !== undefined));
  let at = 0;
  return pValues.map((value) => (value === undefined ? undefined : corrected[at++]));
}

function kindOf(values: readonly JsonValue[]): ValueKind {
  if (values.every((value) => isPassing(value) !== undefined)) return 'pass_fail';
  return values.every((value) => toNumber(value) !== undefined) ? 'number' : 'category';
}

function numbersOf({ baseline, candidate }: ValuePair) {
  return { baseline: toNumber(baseline) ?? 0, candidate: toNumber(candidate) ?? 0 };
}

function isSame(a: JsonValue, b: JsonValue): boolean {
  return JSON.stringify(a) === JSON.stringify(b);
}

function mean(values: readonly number[]): number | undefined {
  return values.length === 0 ? undefined : values.reduce((sum, each) => sum + each, 0) / values.length;
}
