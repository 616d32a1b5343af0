import { Rejected } from '@millrace/domain';
import type { Subject, Verdict } from '@millrace/scorers';

/** A scorer as it was when it was asked for: its definition is JSON. */
export interface PinnedScorer {
  /** Of a registered one. */
  readonly scorerId?: string | undefined;
  readonly name: string;
  readonly version?: number | undefined;
  readonly definition: string;
}

/** What is judged, and where the findings go. */
export interface JudgedSubject {
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly level: 'trace' | 'session';
  /** A session's findings go to its first trace. */
  readonly traceId: string;
  /** Of its content; later spans make a higher one. */
  readonly version: bigint;
  readonly subject: Subject;
}

/** Why it is judged. The same subject, scorer and cause are judged once. */
export interface JudgingCause {
  readonly kind: 'online' | 'evaluation' | 'invocation';
  /** Empty for online scoring, else the id of the evaluation or job. */
  readonly id: string;
  /** That the findings belong to. */
  readonly runId?: string | undefined;
  /** Whether findings become assessments of the trace. */
  readonly publish: boolean;
  readonly spend?: Spend | undefined;
  /** Whether these findings override those on earlier versions of the same trace, by the same scorer for the same cause. */
  readonly supersedes?: boolean | undefined;
}

/** A budget that is spent; the message says whose. */
export class BudgetSpent extends Rejected {}

/** Where the money comes from. What a call may cost is reserved before it and settled after. */
export interface Spend {
  /** Throws BudgetSpent when there is not enough left. */
  reserve(usd: number): Promise<void>;
  settle(reservedUsd: number, spentUsd: number): Promise<void>;
}

/** What one scorer found, and what that took. */
export interface JudgedScorer {
  readonly scorer: PinnedScorer;
  readonly state: 'scored' | 'skipped' | 'failed';
  /** Why it was skipped or failed. */
  readonly reason?: string | undefined;
  readonly verdicts: readonly Verdict[];
  readonly inputTokens: number;
  readonly outputTokens: number;
  /** US dollars of all its calls with a known price. */
  readonly costUsd: number;
  /** Whether every answer was there before and nothing was paid now. */
  readonly isCached: boolean;
  /** Of the verdicts in order; empty unless they are published. */
  readonly assessmentIds: readonly string[];
}
