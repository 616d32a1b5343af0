export { measureAgreement, type Agreement } from './agreement.ts';
export { compareBooleans, type BooleanComparison, type Pair } from './compare-booleans.ts';
export { compareNumbers, type NumberComparison } from './compare-numbers.ts';
export { correctSeveral } from './correct-several.ts';
export { bootstrapInterval, meanInterval, passRateInterval, type Interval } from './intervals.ts';
export { quantiles } from './quantiles.ts';
