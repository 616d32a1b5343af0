import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE scorer_invocations (
     id uuid PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     scorer jsonb NOT NULL,
     trace_ids text[] NOT NULL,
     publishes boolean NOT NULL,
     state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
     results text,
     reason text,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL
   )`,
  'CREATE INDEX scorer_invocations_age_index ON scorer_invocations (creation_time)',
  `CREATE TABLE prompt_optimizations (
     id uuid PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     run_id text NOT NULL,
     source_prompt text NOT NULL,
     prompt_name text NOT NULL,
     settings text NOT NULL,
     phase text NOT NULL CHECK (phase IN ('baseline', 'rewriting', 'checking')),
     state text NOT NULL CHECK (state IN ('waiting', 'running', 'done', 'failed', 'cancelled')),
     baseline_id text,
     check_id text,
     optimized_version integer,
     reason text,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL
   )`,
  'CREATE INDEX prompt_optimizations_index ON prompt_optimizations (workspace_id, experiment_id, creation_time DESC)',
];

/** Scorers asked about named traces, and what they found; prompts that are made better. */
export class Invocations implements MigrationInterface {
  readonly name = 'Invocations0000000000020';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE scorer_invocations, prompt_optimizations');
  }
}
