import type { BuiltInScorer } from './built-in-scorer.ts';
import { bleu } from './bleu/bleu.ts';
import { code } from './code/code.ts';
import { completeness } from './completeness/completeness.ts';
import { contains } from './contains/contains.ts';
import { conversationCompleteness } from './conversation-completeness/conversation-completeness.ts';
import { conversationalGuidelines } from './conversational-guidelines/conversational-guidelines.ts';
import { conversationalRoleAdherence } from './conversational-role-adherence/conversational-role-adherence.ts';
import { conversationalSafety } from './conversational-safety/conversational-safety.ts';
import { conversationalToolCallEfficiency } from './conversational-tool-call-efficiency/conversational-tool-call-efficiency.ts';
import { correctness } from './correctness/correctness.ts';
import { costLimit } from './cost-limit/cost-limit.ts';
import { cost } from './cost/cost.ts';
import { equivalence } from './equivalence/equivalence.ts';
import { exactMatch } from './exact-match/exact-match.ts';
import { expectationsGuidelines } from './expectations-guidelines/expectations-guidelines.ts';
import { fleschKincaidGradeLevel } from './flesch-kincaid-grade-level/flesch-kincaid-grade-level.ts';
import { fluency } from './fluency/fluency.ts';
import { fuzzyMatch } from './fuzzy-match/fuzzy-match.ts';
import { guidelines } from './guidelines/guidelines.ts';
import { instructions } from './instructions/instructions.ts';
import { jsonSchema } from './json-schema/json-schema.ts';
import { jsonValid } from './json-valid/json-valid.ts';
import { knowledgeRetention } from './knowledge-retention/knowledge-retention.ts';
import { latency } from './latency/latency.ts';
import { piiDetection } from './pii-detection/pii-detection.ts';
import { regexMatch } from './regex-match/regex-match.ts';
import { relevanceToQuery } from './relevance-to-query/relevance-to-query.ts';
import { responseLength } from './response-length/response-length.ts';
import { retrievalGroundedness } from './retrieval-groundedness/retrieval-groundedness.ts';
import { retrievalRelevance } from './retrieval-relevance/retrieval-relevance.ts';
import { retrievalSufficiency } from './retrieval-sufficiency/retrieval-sufficiency.ts';
import { rouge } from './rouge/rouge.ts';
import { safety } from './safety/safety.ts';
import { summarization } from './summarization/summarization.ts';
import { tokenLimit } from './token-limit/token-limit.ts';
import { toolCallCorrectness } from './tool-call-correctness/tool-call-correctness.ts';
import { toolCallEfficiency } from './tool-call-efficiency/tool-call-efficiency.ts';
import { toolSequence } from './tool-sequence/tool-sequence.ts';
import { totalTokens } from './total-tokens/total-tokens.ts';
import { toxicity } from './toxicity/toxicity.ts';
import { userFrustration } from './user-frustration/user-frustration.ts';

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
  correctness,
  relevanceToQuery,
  completeness,
  equivalence,
  guidelines,
  expectationsGuidelines,
  safety,
  toxicity,
  fluency,
  summarization,
  retrievalGroundedness,
  retrievalRelevance,
  retrievalSufficiency,
  toolCallCorrectness,
  toolCallEfficiency,
  userFrustration,
  conversationCompleteness,
  conversationalSafety,
  conversationalRoleAdherence,
  conversationalGuidelines,
  conversationalToolCallEfficiency,
  knowledgeRetention,
  instructions,
  code,
];
