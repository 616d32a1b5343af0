import type { JobKind } from './job-queue.ts';

/** A trace completed: the online scorers of its experiment look at it. */
export interface ScoreTraceJob {
  readonly experimentId: number;
  readonly traceId: string;
  /** That completed, decimal. */
  readonly version: string;
  /** Milliseconds since the epoch. */
  readonly completedAt: number;
}

/** A session may have come to its end: the online scorers of conversations look at it. */
export interface ScoreSessionJob {
  readonly experimentId: number;
  readonly sessionId: string;
}

/** Takes an evaluation a step further: selects, queues what is pending, ends it. */
export interface AdvanceEvaluationJob {
  readonly evaluationId: string;
}

/** Judges one row of an evaluation's ledger. */
export interface JudgeItemJob {
  readonly evaluationId: string;
  readonly itemId: string;
}

/** Asks a scorer about named traces. */
export interface InvokeScorerJob {
  readonly invocationId: string;
}

/** Takes the optimization of a prompt a step further. */
export interface OptimizePromptJob {
  readonly optimizationId: string;
}

/** Every kind of job about judging, with what it carries. */
export const JOBS = {
  scoreTrace: { name: 'score-trace', attempts: 8, backoffMs: 2_000 } as JobKind<ScoreTraceJob>,
  scoreSession: { name: 'score-session', attempts: 8, backoffMs: 2_000 } as JobKind<ScoreSessionJob>,
  advanceEvaluation: {
    name: 'advance-evaluation',
    attempts: 20,
    backoffMs: 1_000,
  } as JobKind<AdvanceEvaluationJob>,
  judgeItem: { name: 'judge-item', attempts: 8, backoffMs: 2_000 } as JobKind<JudgeItemJob>,
  invokeScorer: { name: 'invoke-scorer', attempts: 5, backoffMs: 1_000 } as JobKind<InvokeScorerJob>,
  optimizePrompt: { name: 'optimize-prompt', attempts: 10, backoffMs: 1_000 } as JobKind<OptimizePromptJob>,
} as const;

/** Takes traces out of all stores: a step of a removal. */
export interface RemoveTracesJob {
  readonly removalId: string;
}

/** Writes the files of a window of an export schedule. */
export interface ExportTracesJob {
  readonly runId: string;
}

/** Jobs about how long data is kept, and its copies. */
export const LIFECYCLE_JOBS = {
  removeTraces: { name: 'remove-traces', attempts: 20, backoffMs: 2_000 } as JobKind<RemoveTracesJob>,
  exportTraces: { name: 'export-traces', attempts: 20, backoffMs: 2_000 } as JobKind<ExportTracesJob>,
} as const;
