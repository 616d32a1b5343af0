export { Masker, MaskingTally } from './masker.ts';
export {
  PII_KINDS,
  type HashText,
  type MaskingCounts,
  type MaskingRule,
  type MaskingTarget,
  type PiiKind,
} from './masking-rule.ts';
export { maskEntry } from './mask-entry.ts';
export { MASKING_RULES, parseMarks, TraceMasking } from './trace-masking.ts';
