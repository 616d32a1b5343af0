import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // Without an experiment: of all experiments of the workspace that have no rule of their own. 0 days: for ever.
  `CREATE TABLE retention_rules (
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     experiment_id integer REFERENCES experiments (id) ON DELETE CASCADE,
     days integer NOT NULL CHECK (days BETWEEN 0 AND 36500),
     last_update_time bigint NOT NULL,
     CONSTRAINT retention_rules_key UNIQUE NULLS NOT DISTINCT (workspace_id, experiment_id)
   )`,
  // On an experiment, or on a session or user of it. Lifted ones stay, as history.
  `CREATE TABLE legal_holds (
     id uuid PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     user_id text,
     session_id text,
     reason varchar(1000) NOT NULL CHECK (reason <> ''),
     set_by varchar(255) NOT NULL,
     creation_time bigint NOT NULL,
     lifted_by varchar(255),
     lift_time bigint
   )`,
  'CREATE INDEX legal_holds_workspace_index ON legal_holds (workspace_id, creation_time DESC, id)',
  // Traces that are taken out of all stores, or were: because of their age, on a person's behalf, or after somebody deleted them.
  `CREATE TABLE removals (
     id uuid PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     kind text NOT NULL CHECK (kind IN ('retention', 'erasure', 'deletion')),
     experiment_id integer REFERENCES experiments (id) ON DELETE CASCADE,
     user_id text,
     session_id text,
     reason varchar(1000) NOT NULL DEFAULT '',
     asked_by varchar(255) NOT NULL DEFAULT '',
     -- The day of a daily one: there is one a day.
     day date,
     -- Of retention and deletions: what is older goes.
     cutoff_time bigint,
     state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed')),
     failure text,
     -- Where finding goes on, written with the traces of the page before; how often it has begun anew.
     cursor text,
     passes integer NOT NULL DEFAULT 0,
     found_in_pass bigint NOT NULL DEFAULT 0,
     is_found boolean NOT NULL DEFAULT false,
     trace_count bigint NOT NULL DEFAULT 0,
     -- Rows by store.
     found jsonb NOT NULL DEFAULT '{}',
     held jsonb NOT NULL DEFAULT '{}',
     -- json keeps the order in which it is told.
     proof json,
     creation_time bigint NOT NULL,
     end_time bigint,
     last_look_time bigint NOT NULL DEFAULT 0,
     CHECK (kind <> 'erasure' OR user_id IS NOT NULL OR session_id IS NOT NULL)
   )`,
  `CREATE UNIQUE INDEX removals_daily_index ON removals (workspace_id, kind, experiment_id, day) NULLS NOT DISTINCT
     WHERE day IS NOT NULL`,
  'CREATE INDEX removals_workspace_index ON removals (workspace_id, kind, creation_time DESC, id)',
  `CREATE INDEX removals_open_index ON removals (last_look_time) WHERE state IN ('waiting', 'running')`,
  // Found and not yet removed; those of an erasure stay, as its proof.
  `CREATE TABLE removal_traces (
     removal_id uuid NOT NULL REFERENCES removals (id) ON DELETE CASCADE,
     trace_id text COLLATE "C" NOT NULL,
     experiment_ids integer[] NOT NULL,
     -- Between which its spans began, in nanoseconds; null: nobody knows.
     from_nano bigint,
     to_nano bigint,
     is_removed boolean NOT NULL DEFAULT false,
     PRIMARY KEY (removal_id, trace_id)
   )`,
  'CREATE INDEX removal_traces_pending_index ON removal_traces (removal_id, trace_id) WHERE NOT is_removed',
  // By which copies of a trace are found.
  'CREATE INDEX verdicts_trace_index ON verdicts (trace_id)',
  'CREATE INDEX verdicts_session_index ON verdicts (workspace_id, session_id) WHERE session_id IS NOT NULL',
  'CREATE INDEX judgements_verdict_index ON judgements (verdict_id)',
  'CREATE INDEX judgements_trace_index ON judgements (trace_id)',
  'CREATE INDEX evaluation_items_trace_index ON evaluation_items (trace_id)',
  'CREATE INDEX evaluation_dataset_records_source_index ON evaluation_dataset_records (source_id)',
];

const DOWN = [
  'DROP INDEX evaluation_dataset_records_source_index, evaluation_items_trace_index, judgements_trace_index, judgements_verdict_index, verdicts_session_index, verdicts_trace_index',
  'DROP TABLE removal_traces, removals, legal_holds, retention_rules',
];

/** How long traces are kept, what must not be removed, and what was removed. */
export class DataLifecycle implements MigrationInterface {
  readonly name = 'DataLifecycle0000000000025';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}
