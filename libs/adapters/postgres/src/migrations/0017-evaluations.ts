import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE evaluations (
     id text PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     run_id text COLLATE "C" NOT NULL,
     name varchar(250) NOT NULL,
     cause text NOT NULL CHECK (cause IN ('batch', 'backfill', 'schedule')),
     state text NOT NULL CHECK (state IN ('selecting', 'running', 'paused', 'finished', 'cancelled', 'failed')),
     selection jsonb NOT NULL,
     scorers jsonb NOT NULL,
     -- Null: as much as it takes.
     budget_usd double precision,
     spent_usd double precision NOT NULL DEFAULT 0,
     is_budget_spent boolean NOT NULL DEFAULT false,
     -- Where selecting goes on, written with the items of the page before.
     cursor text,
     is_selected boolean NOT NULL DEFAULT false,
     eligible bigint NOT NULL DEFAULT 0,
     left_out bigint NOT NULL DEFAULT 0,
     failure text,
     creation_time bigint NOT NULL,
     end_time bigint,
     last_look_time bigint NOT NULL DEFAULT 0
   )`,
  'CREATE INDEX evaluations_workspace_index ON evaluations (workspace_id, creation_time DESC, id)',
  'CREATE INDEX evaluations_experiment_index ON evaluations (experiment_id, creation_time DESC, id)',
  `CREATE INDEX evaluations_unfinished_index ON evaluations (last_look_time) WHERE state IN ('selecting', 'running')`,
  // The ledger: one row for each trace that was sampled, each record of the data set, each session that is judged.
  `CREATE TABLE evaluation_items (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     evaluation_id text NOT NULL REFERENCES evaluations (id) ON DELETE CASCADE,
     kind text NOT NULL CHECK (kind IN ('trace', 'record', 'session')),
     -- The id of the trace, record or session: judged once, however often it was found.
     subject text NOT NULL,
     -- Where findings go; null until it is known.
     trace_id text,
     session_id text,
     trace_version numeric(20),
     sample_hash bigint NOT NULL,
     state text NOT NULL CHECK (state IN ('pending', 'scored', 'skipped', 'failed')),
     reason text,
     input_tokens bigint NOT NULL DEFAULT 0,
     output_tokens bigint NOT NULL DEFAULT 0,
     cost_usd double precision NOT NULL DEFAULT 0,
     -- Paid while it was not judged to the end.
     settled_usd double precision NOT NULL DEFAULT 0,
     queued_time bigint,
     -- How often judging it began, and how often that was asked for again after it had failed.
     starts integer NOT NULL DEFAULT 0,
     retries integer NOT NULL DEFAULT 0,
     end_time bigint,
     CONSTRAINT evaluation_items_subject_key UNIQUE (evaluation_id, kind, subject)
   )`,
  `CREATE INDEX evaluation_items_waiting_index ON evaluation_items (evaluation_id, sample_hash, id)
     WHERE state = 'pending' AND queued_time IS NULL`,
  `CREATE INDEX evaluation_items_queued_index ON evaluation_items (evaluation_id, queued_time)
     WHERE state = 'pending' AND queued_time IS NOT NULL`,
  'CREATE INDEX evaluation_items_sample_index ON evaluation_items (evaluation_id, kind, sample_hash, id)',
  'CREATE INDEX evaluation_items_state_index ON evaluation_items (evaluation_id, state, id)',
  `CREATE INDEX evaluation_items_session_index ON evaluation_items (evaluation_id, session_id) WHERE session_id IS NOT NULL`,
  // What each scorer found: a row for each verdict, one row without a value where there is none.
  `CREATE TABLE evaluation_results (
     evaluation_id text NOT NULL REFERENCES evaluations (id) ON DELETE CASCADE,
     item_id bigint NOT NULL REFERENCES evaluation_items (id) ON DELETE CASCADE,
     scorer text NOT NULL,
     position smallint NOT NULL,
     name text NOT NULL,
     state text NOT NULL CHECK (state IN ('scored', 'skipped', 'failed')),
     value jsonb,
     number double precision,
     is_passing boolean,
     rationale text,
     reason text,
     span_id text,
     assessment_id text,
     -- Of the scorer's calls: at position 0, else 0.
     input_tokens bigint NOT NULL DEFAULT 0,
     output_tokens bigint NOT NULL DEFAULT 0,
     cost_usd double precision NOT NULL DEFAULT 0,
     PRIMARY KEY (item_id, scorer, position)
   )`,
  'CREATE INDEX evaluation_results_scorer_index ON evaluation_results (evaluation_id, scorer, item_id)',
  // What a judge's call under way may cost; gone once it is settled, and forgotten after its time should its process have died.
  `CREATE TABLE evaluation_reservations (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     evaluation_id text NOT NULL REFERENCES evaluations (id) ON DELETE CASCADE,
     item_id bigint NOT NULL REFERENCES evaluation_items (id) ON DELETE CASCADE,
     usd double precision NOT NULL,
     expiry_time bigint NOT NULL
   )`,
  'CREATE INDEX evaluation_reservations_evaluation_index ON evaluation_reservations (evaluation_id)',
  'CREATE INDEX evaluation_reservations_item_index ON evaluation_reservations (item_id)',
];

/** Evaluations of many traces or records, and the ledger of what became of each. */
export class Evaluations implements MigrationInterface {
  readonly name = 'Evaluations0000000000017';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    const tables = ['reservations', 'results', 'items'].map((name) => `evaluation_${name}`);
    for (const table of [...tables, 'evaluations']) await queryRunner.query(`DROP TABLE ${table}`);
  }
}
