export { Rejected, Throttled, Unavailable, type RejectionReason } from './errors.ts';
export { clockFinding, examine, schemaFinding, type Finding } from './finding.ts';
export { attributeJson, attributeText } from './span/attribute-json.ts';
export {
  dollarsNumber,
  dollarsText,
  LARGEST_COST,
  picoDollars,
  picoDollarsPerToken,
} from './cost/dollars.ts';
export {
  CLIENT_PRICE,
  TOKEN_RATES,
  type Cost,
  type PriceOverride,
  type SpanCost,
  type TokenRate,
  type TokenRates,
  type TraceCost,
} from './cost/span-cost.ts';
export type {
  Assessment,
  AssessmentContent,
  AssessmentError,
  AssessmentKind,
  AssessmentSource,
  AssessmentSourceType,
  AssessmentUpdate,
  JsonValue,
  NewAssessment,
} from './assessment/assessment.ts';
export { parseAssessment, storedAssessment, type StoredAssessment } from './assessment/assessment-text.ts';
export { checkAssessment, checkAssessmentUpdate } from './assessment/check-assessment.ts';
export {
  assessmentChanges,
  assessmentEntry,
  assessmentRemoval,
  withUpdate,
  type AssessmentEntry,
} from './assessment/fold-assessments.ts';
export type { AttributeMap, AttributeValue } from './span/attribute-value.ts';
export type { OtlpSpan, SpanEvent, SpanLink, SpanOrigin, StatusCode } from './span/otlp-span.ts';
export {
  SPAN_TYPES,
  type PromptVersion,
  type SpanMeaning,
  type SpanPayload,
  type TokenUsage,
} from './span/span-meaning.ts';
export { parsePromptText, promptText } from './span/prompt-text.ts';
export type { BlobReference, NormalSpan } from './span/normal-span.ts';
export {
  blobOfContent,
  contentKey,
  contentReference,
  contentText,
  parseContent,
  spanOfContent,
} from './trace/span-content.ts';
export { type TraceEntry, type TraceEntryKind, type TraceInfoKey } from './trace/trace-entry.ts';
export type { TraceRow, TraceState, TraceTokens } from './trace/trace-row.ts';
export type { SpanFacts } from './trace/span-facts.ts';
export {
  isAlertEvent,
  isTraceEvent,
  subjectOfEvent,
  type AlertEvent,
  type DomainEvent,
  type RunEvent,
  type SpansFileEvent,
  type TraceEvent,
} from './trace/domain-event.ts';
export type {
  Combined,
  Comparator,
  Comparison,
  Filter,
  Junction,
  PlainFilter,
  RelatedSpan,
  SourceRange,
  SpanExists,
  SpanField,
  SpanFilter,
  SpanRelation,
  SpanSearchFilter,
  TraceField,
} from './filter/filter.ts';
export { isDecidedById, isInShare, keepsTrace, type SamplingRule } from './sampling/sampling-rule.ts';
export { clampTimes } from './span/clamp-times.ts';
export { parseTraceId } from './trace/trace-id.ts';
export { completedVersions, completionEntry, isCompletedAt, isContent } from './trace/completion.ts';
export { computeTrace } from './trace/compute-trace.ts';
export {
  DELETION_KEY,
  emptyTraceParts,
  isDeleted,
  isSampledOut,
  mergeEntry,
  mergeSpan,
  SAMPLED_OUT_KEY,
  spanFacts,
  type TraceParts,
} from './trace/trace-parts.ts';
export { toMlflowCost } from './trace/trace-cost.ts';
export { toMlflowTokenUsage, totalTokens } from './trace/trace-tokens.ts';
export {
  decodeAttributeText,
  encodeAttributeText,
  type AttributeText,
  type AttributeTextType,
} from './span/attribute-text.ts';
export { parseFilter, parseFilterOf, parseSpanFilter, parseSpanSearch } from './filter/parse-filter.ts';
export { TRACE_FIELD_NAMES } from './filter/trace-fields.ts';
export { SPAN_FIELD_NAMES } from './filter/span-fields.ts';
export type { FieldRule, ReadField } from './filter/read-comparison.ts';
