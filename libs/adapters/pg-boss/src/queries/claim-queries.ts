import { SCHEMA } from '../pg-boss.config.ts';
import { JOB_TABLE } from './job-rows.ts';

/** A worker that says nothing for so long has lost its jobs. */
export const SILENCE_MS = 8_000;

/** What is written of a job when its handler has ended. */
export interface Settlement {
  readonly kind: string;
  readonly id: string;
  /** `retry_count` of the claim: a later claim of the job is not touched. */
  readonly claim: number;
  readonly state: 'completed' | 'retry' | 'failed';
  readonly waitMs: number;
  /** The run counts as no attempt. */
  readonly isSpared: boolean;
  readonly output: { readonly reason?: string; readonly progress?: { done: number; total: number } };
}

/** $1 the settlements as JSON. One that is set aside is never deleted by pg-boss (0 seconds: never). */
export const SETTLE = `UPDATE ${JOB_TABLE} j SET
    state = i.state::${SCHEMA}.job_state,
    start_after = CASE WHEN i.state = 'retry' THEN now() + i."waitMs" * interval '1 ms' ELSE j.start_after END,
    completed_on = CASE WHEN i.state = 'retry' THEN NULL ELSE now() END,
    retry_limit = j.retry_limit + CASE WHEN i."isSpared" THEN 1 ELSE 0 END,
    deletion_seconds = CASE WHEN i.state = 'failed' THEN 0 ELSE j.deletion_seconds END,
    output = COALESCE(j.output, '{}') || i.output
  FROM json_to_recordset($1::text::json)
    AS i (kind text, id uuid, claim int, state text, "waitMs" float8, "isSpared" boolean, output jsonb)
  WHERE j.name = i.kind AND j.id = i.id AND j.state = 'active' AND j.retry_count = i.claim`;

/** $1 kind, $2 ids, $3 'id:claim' of the same. Returns those that are still held. */
export const HOLD = `UPDATE ${JOB_TABLE} SET heartbeat_on = now()
  WHERE name = $1 AND id = ANY($2::uuid[]) AND state = 'active'
    AND (id::text || ':' || retry_count::text) = ANY($3::text[]) RETURNING id::text AS id`;

/** $1 kind, $2 id, $3 claim, $4 progress. */
export const TELL_PROGRESS = `UPDATE ${JOB_TABLE}
  SET output = COALESCE(output, '{}') || jsonb_build_object('progress', $4::jsonb)
  WHERE name = $1 AND id = $2::uuid AND state = 'active' AND retry_count = $3`;

const SILENT = 'Its worker ended or froze in the middle of it.';

/** $1 kind. Only our jobs have a group; the index of pg-boss for groups finds those that run. */
export const RECOVER = `UPDATE ${JOB_TABLE} SET
    state = (CASE WHEN retry_count < retry_limit THEN 'retry' ELSE 'failed' END)::${SCHEMA}.job_state,
    start_after = now(),
    completed_on = CASE WHEN retry_count < retry_limit THEN NULL ELSE now() END,
    deletion_seconds = CASE WHEN retry_count < retry_limit THEN deletion_seconds ELSE 0 END,
    output = COALESCE(output, '{}') || jsonb_build_object('reason', '${SILENT}')
  WHERE name = $1 AND group_id IS NOT NULL AND state = 'active'
    AND heartbeat_on < now() - interval '${SILENCE_MS} ms'
  RETURNING state::text AS state`;

/** $1 kind. */
export const BEGIN_RATE = `INSERT INTO ${SCHEMA}.millrace_rate (kind, next_at) VALUES ($1, now()) ON CONFLICT DO NOTHING`;

/**
 * $1 kind, $2 jobs wanted, $3 jobs a second. `next_at` is when the next one may start if none was unused before: a quarter of a
 * second's jobs may come at once, one at least. `granted` of them start now; `waitMs` is until the next.
 */
export const TAKE_RATE = `WITH seen AS (
    SELECT GREATEST(next_at, clock_timestamp() - GREATEST(0.25, 1 / $3::float8) * interval '1 s') AS base
    FROM ${SCHEMA}.millrace_rate WHERE kind = $1 FOR UPDATE),
  room AS (SELECT base, LEAST($2::int,
    GREATEST(0, floor(extract(epoch FROM clock_timestamp() - base)::float8 * $3::float8 + 1e-6)))::int AS granted FROM seen)
  UPDATE ${SCHEMA}.millrace_rate r SET next_at = base + granted / $3::float8 * interval '1 s' FROM room WHERE kind = $1
  RETURNING granted,
    GREATEST(0, extract(epoch FROM r.next_at - clock_timestamp())::float8 * 1000 + 1000 / $3::float8)::float8 AS "waitMs"`;

/** $1 kind, $2 jobs that were granted and not used, $3 jobs a second. */
export const RETURN_RATE = `UPDATE ${SCHEMA}.millrace_rate SET next_at = next_at - $2::float8 / $3::float8 * interval '1 s'
  WHERE kind = $1`;
