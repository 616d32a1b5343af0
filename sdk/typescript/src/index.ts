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
