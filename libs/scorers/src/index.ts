export type { Judge, JudgeAnswer, JudgeRequest, JudgeTool } from './judge.ts';
export type { Outcome, Scorer, ScorerTools, ScoringEffort, Verdict } from './scorer.ts';
export type { ScoredSpan, ScoredTrace, Subject } from './subject.ts';
