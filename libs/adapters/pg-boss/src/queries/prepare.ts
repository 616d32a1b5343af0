import { SCHEMA } from '../pg-boss.config.ts';

/** What pg-boss has no table or index for; made when pg-boss is started, beside its own. */
export const PREPARE: readonly string[] = [
  `CREATE TABLE IF NOT EXISTS ${SCHEMA}.millrace_rate (kind text PRIMARY KEY, next_at timestamptz NOT NULL)`,
  `CREATE INDEX IF NOT EXISTS millrace_set_aside ON ${SCHEMA}.job (completed_on, id) WHERE state = 'failed'`,
];
