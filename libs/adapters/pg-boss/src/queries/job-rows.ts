import { jobId, type JobState, type JobStatus, type SetAsideJob } from '@millrace/ports';
import { SCHEMA } from '../pg-boss.config.ts';

/**
 * How a job of ours lies in pg-boss's table: `data` is `{workspaceId, attempts, backoffMs, payload}`, `output` is
 * `{reason, progress}`. `retry_count` goes up at every claim, so with it a claim is told from a later one; what is not to count as
 * an attempt raises `retry_limit` too.
 */
export const JOB_COLUMNS = `name AS kind, id::text AS id, state::text AS state,
  retry_count AS "retryCount", retry_limit AS "retryLimit", started_on IS NOT NULL AS "wasStarted",
  start_after > now() AS "isLater", data->>'workspaceId' AS "workspaceId", (data->>'attempts')::int AS attempts,
  output->>'reason' AS reason, output->'progress' AS progress,
  (extract(epoch FROM created_on) * 1000)::float8 AS "createdAt",
  (extract(epoch FROM completed_on) * 1000)::float8 AS "completedAt"`;

export const JOB_TABLE = `${SCHEMA}.job`;

export interface JobRow {
  readonly kind: string;
  readonly id: string;
  readonly state: string;
  readonly retryCount: number;
  readonly retryLimit: number;
  readonly wasStarted: boolean;
  readonly isLater: boolean;
  readonly workspaceId: string;
  readonly attempts: number;
  readonly reason: string | null;
  readonly progress: { readonly done: number; readonly total: number } | null;
  readonly createdAt: number;
  readonly completedAt: number | null;
}

export interface SetAsideRow extends JobRow {
  readonly payload: unknown;
}

const STATES: Readonly<Record<string, JobState>> = {
  active: 'running',
  completed: 'done',
  cancelled: 'cancelled',
  failed: 'set-aside',
};

export function toJobStatus(row: JobRow): JobStatus {
  return {
    id: jobId(row.kind, row.id),
    kind: row.kind,
    workspaceId: row.workspaceId,
    state: STATES[row.state] ?? (row.isLater ? 'delayed' : 'waiting'),
    attempt: attemptOf(row),
    progress: row.progress ?? undefined,
    reason: row.reason ?? undefined,
    createdAt: Math.round(row.createdAt),
  };
}

export function toSetAsideJob(row: SetAsideRow): SetAsideJob {
  return {
    ...toJobStatus(row),
    payload: row.payload,
    setAsideAt: Math.round(row.completedAt ?? row.createdAt),
  };
}

/** Runs that count so far. */
function attemptOf(row: JobRow): number {
  if (!row.wasStarted) return 0;
  return Math.max(0, row.attempts - (row.retryLimit - row.retryCount));
}
