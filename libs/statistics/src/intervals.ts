import { checkConfidence, checkNumbers } from './check-numbers.ts';
import { normalReach, studentReach } from './distributions.ts';
import { quantile } from './quantiles.ts';
import { makeRandom } from './random.ts';

const CONFIDENCE = 0.95;

/** What was found and between which bounds the truth is to be expected. */
export interface Interval {
  readonly estimate: number;
  readonly low: number;
  readonly high: number;
}

/** A pass rate with its Wilson interval, right for few and for extreme ones too. Undefined of nothing. */
export function passRateInterval(
  passed: number,
  total: number,
  confidence = CONFIDENCE,
): Interval | undefined {
  checkConfidence(confidence);
  if (!(Number.isInteger(passed) && Number.isInteger(total) && passed >= 0 && passed <= total)) {
    throw new RangeError(`${passed} of ${total} is no pass rate`);
  }
  if (total === 0) return undefined;
  const rate = passed / total;
  const reach = normalReach(confidence);
  const weight = 1 + (reach * reach) / total;
  const centre = (rate + (reach * reach) / (2 * total)) / weight;
  const half =
    (reach / weight) * Math.sqrt((rate * (1 - rate)) / total + (reach * reach) / (4 * total * total));
  return {
    estimate: rate,
    low: passed === 0 ? 0 : Math.max(0, centre - half),
    high: passed === total ? 1 : Math.min(1, centre + half),
  };
}

/** A mean with Student's interval. Of a single value the bounds are the value: nothing is known of its spread. Undefined of nothing. */
export function meanInterval(values: readonly number[], confidence = CONFIDENCE): Interval | undefined {
  checkConfidence(confidence);
  checkNumbers(values);
  if (values.length === 0) return undefined;
  const estimate = meanOf(values);
  if (values.length === 1) return { estimate, low: estimate, high: estimate };
  const squares = values.reduce((sum, value) => sum + (value - estimate) ** 2, 0);
  const error = Math.sqrt(squares / (values.length - 1) / values.length);
  const half = studentReach(confidence, values.length - 1) * error;
  return { estimate, low: estimate - half, high: estimate + half };
}

export interface BootstrapOptions {
  readonly confidence?: number;
  readonly resamples?: number;
  /** The same seed gives the same interval. */
  readonly seed?: number;
}

/** Any figure with its interval by drawing again (percentiles): for those without a formula, such as a median. */
export function bootstrapInterval(
  values: readonly number[],
  figure: (drawn: readonly number[]) => number,
  { confidence = CONFIDENCE, resamples = 2_000, seed = 1 }: BootstrapOptions = {},
): Interval | undefined {
  checkConfidence(confidence);
  checkNumbers(values);
  if (values.length === 0) return undefined;
  const random = makeRandom(seed);
  const figures = Array.from({ length: resamples }, () =>
    figure(values.map(() => values[Math.floor(random() * values.length)] ?? NaN)),
  ).sort((a, b) => a - b);
  return {
    estimate: figure(values),
    low: quantile(figures, (1 - confidence) / 2),
    high: quantile(figures, (1 + confidence) / 2),
  };
}

export function meanOf(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
