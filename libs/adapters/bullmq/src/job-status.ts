import { jobId, type JobState, type JobStatus } from '@millrace/ports';
import { attemptOf, type QueuedJob } from './job-data.ts';

const STATES: Readonly<Record<string, JobState>> = {
  active: 'running',
  delayed: 'delayed',
  completed: 'done',
  failed: 'set-aside',
};

/** `state` is BullMQ's word. */
export function toJobStatus(kind: string, job: QueuedJob, state: string): JobStatus {
  const progress: unknown = job.progress;
  return {
    id: jobId(kind, job.id ?? ''),
    kind,
    workspaceId: job.data.workspaceId,
    state: STATES[state] ?? 'waiting',
    attempt: attemptOf(job) + (state === 'active' ? 1 : 0),
    progress: isProgress(progress) ? { done: progress.done, total: progress.total } : undefined,
    reason: job.failedReason === undefined || job.failedReason === null ? undefined : job.failedReason,
    createdAt: job.timestamp,
  };
}

function isProgress(value: unknown): value is { done: number; total: number } {
  return typeof value === 'object' && value !== null && 'done' in value && 'total' in value;
}
