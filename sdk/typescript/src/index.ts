export * from '@millrace/tracing';
export { init } from './init.ts';
export {
  AccessError,
  AlreadyExistsError,
  BusyError,
  InvalidRequestError,
  MillraceError,
  NotFoundError,
  UnreachableError,
} from './connection/millrace-error.ts';
export * from './functions.ts';
export { activeModelId, clearActiveModel } from './models/models.ts';
export { Millrace, type MillraceOptions } from './millrace.ts';
export { evaluate } from './evaluation/evaluate.ts';
export { EvaluationError } from './evaluation/evaluation-error.ts';
export type {
  EvaluateOptions,
  EvaluationRecord,
  EvaluationResult,
  EvaluationRow,
  Json,
  LocalScorer,
  PredictContext,
  ScoredExample,
  ScorerResult,
  ScorerSummary,
  ScorerVerdict,
} from './evaluation/evaluation.ts';
export type { Listing } from './connection/listing.ts';
export type { ChatMessage, ChatPrompt, Prompt, PromptTemplate, TextPrompt } from './prompts/prompt.ts';
export type { LoadOptions } from './prompts/prompt-loader.ts';
export type { NewPromptVersion, PromptInfo, PromptSearch } from './prompts/prompts.ts';
export type { ActiveModelChoice, LoggedModel, ModelSearch, NewLoggedModel } from './models/models.ts';
export type {
  Assessment,
  AssessmentChange,
  AssessmentError,
  AssessmentSource,
  NewExpectation,
  NewFeedback,
  Override,
} from './assessments/assessments.ts';
export type { Dataset, DatasetRecord, MergedRecords, NewRecord } from './datasets/dataset.ts';
export type { DatasetOptions, DatasetSearch } from './datasets/datasets.ts';
export type {
  Session,
  SessionSearch,
  SpanDetail,
  SpanSummary,
  Trace,
  TraceSearch,
  TraceSummary,
} from './search/trace-types.ts';
