import { randomUUID } from 'node:crypto';
import type { NewJob } from '@millrace/ports';
import type { BulkJobOptions, Job } from 'bullmq';

const DEFAULT_PRIORITY = 5;
/** How long a job that is done is known. */
export const KEPT_SECONDS = 7_200;

/** What lies in Redis of a job beside what BullMQ keeps of it. */
export interface JobData {
  readonly workspaceId: string;
  readonly backoffMs: number;
  readonly attempts: number;
  readonly payload: unknown;
  /** Set on what a repetition fires: the job is made when it does, so that its key counts then. */
  readonly fires?: { readonly key: string; readonly priority: number | undefined };
}

export type QueuedJob = Job<JobData, unknown, string>;

export interface BullJob {
  readonly name: string;
  readonly data: JobData;
  readonly opts: BulkJobOptions;
}

export function toBullJob({ kind, workspaceId, payload, key, delayMs, priority }: NewJob): BullJob {
  return {
    name: kind.name,
    data: { workspaceId, backoffMs: kind.backoffMs, attempts: kind.attempts, payload },
    opts: {
      ...keptAs(kind.attempts),
      // Not BullMQ's numbers: they begin anew when Redis loses everything.
      jobId: randomUUID(),
      priority: priority ?? DEFAULT_PRIORITY,
      ...(delayMs !== undefined && delayMs > 0 && { delay: Math.ceil(delayMs) }),
      ...(key !== undefined && { deduplication: { id: key } }),
    },
  };
}

/** One that failed for good stays until it is replayed or discarded. */
function keptAs(attempts: number) {
  return {
    attempts,
    backoff: { type: 'custom' },
    removeOnComplete: { age: KEPT_SECONDS },
    removeOnFail: false,
    stackTraceLimit: 1,
  };
}

/** Runs that count so far, the one under way included. A run that a worker died in counts. */
export function attemptOf(job: QueuedJob): number {
  return job.attemptsMade + job.stalledCounter;
}
