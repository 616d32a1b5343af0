import type { BuiltInScorer } from './built-in-scorer.ts';
import { bleu } from './bleu/bleu.ts';
import { contains } from './contains/contains.ts';
import { cost } from './cost/cost.ts';
import { costLimit } from './cost-limit/cost-limit.ts';
import { exactMatch } from './exact-match/exact-match.ts';
import { fleschKincaidGradeLevel } from './flesch-kincaid-grade-level/flesch-kincaid-grade-level.ts';
import { fuzzyMatch } from './fuzzy-match/fuzzy-match.ts';
import { jsonSchema } from './json-schema/json-schema.ts';
import { jsonValid } from './json-valid/json-valid.ts';
import { latency } from './latency/latency.ts';
import { piiDetection } from './pii-detection/pii-detection.ts';
import { regexMatch } from './regex-match/regex-match.ts';
import { responseLength } from './response-length/response-length.ts';
import { rouge } from './rouge/rouge.ts';
import { tokenLimit } from './token-limit/token-limit.ts';
import { toolSequence } from './tool-sequence/tool-sequence.ts';
import { totalTokens } from './total-tokens/total-tokens.ts';

/** Every scorer that comes with Millrace, in the order in which they are shown. */
export const BUILT_IN_SCORERS: readonly BuiltInScorer[] = [
  exactMatch,
  fuzzyMatch,
  contains,
  regexMatch,
  jsonSchema,
  jsonValid,
  bleu,
  rouge,
  fleschKincaidGradeLevel,
  responseLength,
  piiDetection,
  toolSequence,
  latency,
  totalTokens,
  tokenLimit,
  cost,
  costLimit,
];
