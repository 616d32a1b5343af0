/** Where the jobs are kept. */
export interface PgBossConfig {
  /** `postgres://`; the role may create a schema in the database, or the schema is there and its own. */
  readonly url: string;
  /** Of connections beside the one that listens. */
  readonly poolSize?: number;
}

/** pg-boss's own name for it, so that its tools and documentation fit. */
export const SCHEMA = 'pgboss';
