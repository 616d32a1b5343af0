export type { BuiltInScorer, ParameterShape } from './built-in-scorer.ts';
export { describeParameters } from './describe-parameters.ts';
export { checkScorer, isNativeDefinition, loadScorer } from './definitions/load-scorer.ts';
export type { Judge, JudgeAnswer, JudgeRequest, JudgeTool } from './judge.ts';
export { BUILT_IN_SCORERS } from './registry.ts';
export type { Outcome, Scorer, ScorerTools, ScoringEffort, Verdict } from './scorer.ts';
export type { ScoredSpan, ScoredTrace, Subject } from './subject.ts';
