import { SCHEMA } from '../pg-boss.config.ts';

/**
 * What pg-boss has no table or index for; made when pg-boss is started, beside its own. One transaction under a lock: of processes
 * that make the same at once PostgreSQL fails one, IF NOT EXISTS or not.
 */
export const PREPARE = `
  SELECT pg_advisory_xact_lock(hashtext('millrace_jobs.prepare'));
  CREATE TABLE IF NOT EXISTS ${SCHEMA}.millrace_rate (kind text PRIMARY KEY, next_at timestamptz NOT NULL);
  CREATE INDEX IF NOT EXISTS millrace_set_aside ON ${SCHEMA}.job (completed_on, id) WHERE state = 'failed'`;
