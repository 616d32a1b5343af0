import { Rejected, Unavailable } from '@millrace/domain';
import { JobPostponed } from './job-queue.ts';

const LONGEST_BACKOFF_MS = 3_600_000;
const LONGEST_REASON = 4_000;

/** What becomes of a job whose handler threw. */
export type JobOutcome =
  | { readonly type: 'again'; readonly waitMs: number; readonly reason: string }
  | { readonly type: 'postponed'; readonly waitMs: number }
  | { readonly type: 'set-aside'; readonly reason: string };

export interface FailedRun {
  /** 1 for the first. */
  readonly attempt: number;
  readonly attempts: number;
  readonly backoffMs: number;
}

/** The rule of JobQueue, the same for every adapter. `random` is in 0 to 1. */
export function outcomeOf(error: unknown, run: FailedRun, random = Math.random()): JobOutcome {
  if (error instanceof JobPostponed) return { type: 'postponed', waitMs: Math.max(0, error.waitMs) };
  const reason = reasonOf(error);
  if (error instanceof Rejected || run.attempt >= run.attempts) return { type: 'set-aside', reason };
  const backoff = Math.min(run.backoffMs * 2 ** Math.min(run.attempt - 1, 30), LONGEST_BACKOFF_MS);
  const waitMs = backoff * (0.75 + random / 2);
  const asked = error instanceof Unavailable ? error.retryAfterMs : 0;
  return { type: 'again', waitMs: Math.round(Math.max(waitMs, asked)), reason };
}

function reasonOf(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.length > LONGEST_REASON ? `${text.slice(0, LONGEST_REASON)}…` : text;
}
