import type { MigrationInterface, QueryRunner } from 'typeorm';

// An index entry holds at most 2.7 kB, so long texts are found by their first 100 characters.
const UP = [
  `CREATE TABLE runs (
     run_id text COLLATE "C" PRIMARY KEY CHECK (run_id <> ''),
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     run_name varchar(500) COLLATE "C" NOT NULL,
     user_id varchar(256) NOT NULL,
     status text NOT NULL CHECK (status IN ('RUNNING', 'SCHEDULED', 'FINISHED', 'FAILED', 'KILLED')),
     start_time bigint NOT NULL,
     end_time bigint,
     artifact_uri text NOT NULL,
     lifecycle_stage text NOT NULL CHECK (lifecycle_stage IN ('active', 'deleted'))
   )`,
  'CREATE INDEX runs_start_time_index ON runs (experiment_id, start_time DESC, run_id)',
  // For searches of many experiments.
  'CREATE INDEX runs_all_start_time_index ON runs (start_time DESC, run_id)',
  'CREATE INDEX runs_name_index ON runs (experiment_id, run_name, run_id)',
  // The experiment stands in each of these tables so that one index leads from a value to the runs of an experiment.
  ...['run_tags', 'run_params'].flatMap((table) => [
    `CREATE TABLE ${table} (
       run_id text COLLATE "C" NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
       experiment_id integer NOT NULL,
       key varchar(250) NOT NULL,
       value text NOT NULL,
       PRIMARY KEY (run_id, key)
     )`,
    `CREATE INDEX ${table}_value_index ON ${table} (experiment_id, key, "left"(value, 100), run_id)`,
  ]),
  // No reference to runs: points are written under a lock of their run, and the check of each would cost as much as its insert.
  `CREATE TABLE metrics (
     run_id text COLLATE "C" NOT NULL,
     key varchar(250) NOT NULL,
     value double precision NOT NULL,
     timestamp bigint NOT NULL,
     step bigint NOT NULL,
     model_id varchar(64) COLLATE "C" NOT NULL DEFAULT '',
     dataset_name varchar(500) NOT NULL DEFAULT '',
     dataset_digest varchar(64) NOT NULL DEFAULT '',
     PRIMARY KEY (run_id, key, timestamp, step, value, model_id, dataset_digest)
   )`,
  'CREATE INDEX metrics_model_index ON metrics (model_id, key)',
  `CREATE TABLE latest_metrics (
     run_id text COLLATE "C" NOT NULL,
     experiment_id integer NOT NULL,
     key varchar(250) NOT NULL,
     value double precision NOT NULL,
     timestamp bigint NOT NULL,
     step bigint NOT NULL,
     PRIMARY KEY (run_id, key)
   )`,
  // NaN compares as missing.
  `CREATE INDEX latest_metrics_value_index
     ON latest_metrics (experiment_id, key, (NULLIF(value, 'NaN'::double precision)) DESC, run_id)`,
  `CREATE TABLE input_datasets (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     name varchar(500) NOT NULL,
     digest varchar(64) NOT NULL,
     source_type text NOT NULL,
     source text NOT NULL,
     schema text,
     profile text,
     CONSTRAINT input_datasets_digest_key UNIQUE (experiment_id, name, digest)
   )`,
  `CREATE TABLE run_dataset_inputs (
     run_id text COLLATE "C" NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
     dataset_id bigint NOT NULL REFERENCES input_datasets (id) ON DELETE CASCADE,
     position bigint GENERATED ALWAYS AS IDENTITY,
     context text,
     tags jsonb NOT NULL,
     PRIMARY KEY (run_id, dataset_id)
   )`,
  'CREATE INDEX run_dataset_inputs_dataset_index ON run_dataset_inputs (dataset_id, run_id)',
  `CREATE TABLE run_models (
     run_id text COLLATE "C" NOT NULL REFERENCES runs (run_id) ON DELETE CASCADE,
     role text NOT NULL CHECK (role IN ('input', 'output')),
     model_id varchar(64) COLLATE "C" NOT NULL,
     step bigint NOT NULL,
     position bigint GENERATED ALWAYS AS IDENTITY,
     PRIMARY KEY (run_id, role, model_id, step)
   )`,
  'CREATE INDEX run_models_model_index ON run_models (model_id, run_id)',
  // Domain events of changes made here: written with the change, removed once they are published.
  `CREATE TABLE pending_events (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     event jsonb NOT NULL
   )`,
];

const DOWN = [
  'pending_events',
  'run_models',
  'run_dataset_inputs',
  'input_datasets',
  'latest_metrics',
  'metrics',
  'run_params',
  'run_tags',
  'runs',
].map((table) => `DROP TABLE ${table}`);

/** Runs with what was logged to them, and the events that tell of their changes. */
export class Runs implements MigrationInterface {
  readonly name = 'Runs0000000000005';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}
