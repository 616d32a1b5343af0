import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // A verdict is stored before it is told: `published_at` is absent until its assessments are in the log.
  `CREATE TABLE verdicts (
     id text PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     experiment_id integer NOT NULL,
     level text NOT NULL CHECK (level IN ('trace', 'session')),
     trace_id text NOT NULL,
     trace_version numeric(38) NOT NULL,
     session_id text,
     scorer_key text NOT NULL,
     scorer_id text,
     scorer_name text NOT NULL,
     scorer_version integer,
     source_type text NOT NULL,
     source_id text,
     cause_kind text NOT NULL CHECK (cause_kind IN ('online', 'evaluation', 'invocation')),
     cause_id text NOT NULL,
     run_id text,
     state text NOT NULL CHECK (state IN ('scored', 'skipped', 'failed')),
     reason text,
     findings text NOT NULL,
     assessment_ids text[] NOT NULL,
     input_tokens bigint NOT NULL,
     output_tokens bigint NOT NULL,
     cost_usd double precision NOT NULL,
     is_cached boolean NOT NULL,
     is_public boolean NOT NULL,
     supersedes boolean NOT NULL,
     judged_at bigint NOT NULL,
     published_at bigint
   )`,
  'CREATE INDEX verdicts_untold_index ON verdicts (judged_at) WHERE is_public AND published_at IS NULL',
  `CREATE INDEX verdicts_superseded_index ON verdicts (trace_id, scorer_key, trace_version) WHERE supersedes`,
  'CREATE INDEX verdicts_cause_index ON verdicts (cause_kind, cause_id, judged_at)',
  'CREATE INDEX verdicts_workspace_index ON verdicts (workspace_id)',
  `CREATE TABLE judgements (
     id text PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     verdict_id text,
     trace_id text,
     answer text NOT NULL,
     expires_at bigint NOT NULL
   )`,
  'CREATE INDEX judgements_expiry_index ON judgements (expires_at)',
  'CREATE INDEX judgements_workspace_index ON judgements (workspace_id)',
  `CREATE TABLE judge_rate_buckets (
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     provider text NOT NULL,
     tokens double precision NOT NULL,
     refilled_at timestamptz NOT NULL,
     PRIMARY KEY (workspace_id, provider)
   )`,
];

/** What judges found, what models answered them, and how fast they may be asked. */
export class Judging implements MigrationInterface {
  readonly name = 'Judging0000000000016';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['judge_rate_buckets', 'judgements', 'verdicts'])
      await queryRunner.query(`DROP TABLE ${table}`);
  }
}
