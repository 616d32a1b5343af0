export { evaluate } from './evaluate.ts';
export { EvaluationError } from './evaluation-error.ts';
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
} from './evaluation.ts';
