import type { PinnedScorer } from '../judging/judged-scorer.ts';

export const EVALUATION_STATES = [
  'selecting',
  'running',
  'paused',
  'finished',
  'cancelled',
  'failed',
] as const;
export type EvaluationState = (typeof EVALUATION_STATES)[number];

/** On demand; on demand over a window of the past; by a schedule. */
export const EVALUATION_CAUSES = ['batch', 'backfill', 'schedule'] as const;
export type EvaluationCause = (typeof EVALUATION_CAUSES)[number];

export const ITEM_STATES = ['pending', 'scored', 'skipped', 'failed'] as const;
export type ItemState = (typeof ITEM_STATES)[number];

export const ITEM_KINDS = ['trace', 'record', 'session'] as const;
export type ItemKind = (typeof ITEM_KINDS)[number];

/** Traces by id. */
export interface TraceSelection {
  readonly kind: 'traces';
  readonly traceIds: readonly string[];
}

/** Traces of the experiment that a filter finds, or a fair sample of them. */
export interface FilterSelection {
  readonly kind: 'filter';
  readonly filter: string;
  /** Bounds on the request time, milliseconds, inclusive and exclusive. */
  readonly fromTime?: number | undefined;
  readonly toTime?: number | undefined;
  /** Above 0, up to 1: all of them. By a hash of the trace id and the seed, so the same traces each time. */
  readonly sampleRate: number;
  readonly seed: string;
  /** Of those in the sample, the ones with the smallest hash. */
  readonly maxTraces?: number | undefined;
}

/** The records of a data set. */
export interface DatasetSelection {
  readonly kind: 'dataset';
  readonly datasetId: string;
  /** Answers each record anew; absent: what is judged is the record's trace or its outputs. */
  readonly task?: DatasetTask | undefined;
}

/** A prompt, rendered with a record's inputs, and who is asked. */
export interface DatasetTask {
  /** `prompts:/name/version` or `prompts:/name@alias`. */
  readonly prompt: string;
  /** `provider:/model` or `gateway:/endpoint`. */
  readonly model: string;
}

export type Selection = TraceSelection | FilterSelection | DatasetSelection;

/** Many traces or records, judged by the same scorers, and what became of it. */
export interface Evaluation {
  readonly id: string;
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly runId: string;
  readonly name: string;
  readonly cause: EvaluationCause;
  /** That began it; absent for others and once the schedule is deleted. */
  readonly scheduleId: string | undefined;
  readonly state: EvaluationState;
  readonly selection: Selection;
  readonly scorers: readonly PinnedScorer[];
  /** US dollars; absent: as much as it takes. */
  readonly budgetUsd: number | undefined;
  /** Of the budget: what is known to be paid. */
  readonly spentUsd: number;
  readonly isBudgetSpent: boolean;
  readonly isSelected: boolean;
  /** Where selecting goes on. */
  readonly cursor: string | undefined;
  /** What the selection found, before sampling. */
  readonly eligible: number;
  /** Found and never judged: traces that judges made; by schedules and backfills those of evaluations too. */
  readonly leftOut: number;
  /** Why it failed. */
  readonly failure: string | undefined;
  readonly creationTime: number;
  readonly endTime: number | undefined;
}

/** A row of the ledger. */
export interface EvaluationItem {
  readonly id: string;
  readonly kind: ItemKind;
  /** Id of the trace, record or session. */
  readonly subject: string;
  readonly traceId: string | undefined;
  readonly sessionId: string | undefined;
  /** Version of the trace's content that was judged. */
  readonly traceVersion: bigint | undefined;
  readonly state: ItemState;
  readonly reason: string | undefined;
  readonly inputTokens: number;
  readonly outputTokens: number;
  readonly costUsd: number;
  readonly retries: number;
  readonly endTime: number | undefined;
}

/** Those that go on by themselves. */
export function isUnderWay(state: EvaluationState): boolean {
  return state === 'selecting' || state === 'running';
}

export function hasEnded(state: EvaluationState): boolean {
  return state === 'finished' || state === 'cancelled' || state === 'failed';
}
