import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE evaluation_datasets (
     id text PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     name varchar(500) NOT NULL CHECK (name <> ''),
     digest text NOT NULL,
     schema jsonb,
     record_count bigint NOT NULL,
     created_by text,
     last_updated_by text,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL
   )`,
  'CREATE INDEX evaluation_datasets_creation_time_index ON evaluation_datasets (workspace_id, creation_time DESC, id)',
  'CREATE INDEX evaluation_datasets_name_index ON evaluation_datasets (workspace_id, name)',
  'CREATE INDEX evaluation_datasets_update_time_index ON evaluation_datasets (workspace_id, last_update_time DESC, id)',
  `CREATE TABLE evaluation_dataset_tags (
     dataset_id text NOT NULL REFERENCES evaluation_datasets (id) ON DELETE CASCADE,
     key varchar(250) NOT NULL,
     value varchar(5000) NOT NULL,
     PRIMARY KEY (dataset_id, key)
   )`,
  `CREATE TABLE evaluation_dataset_experiments (
     dataset_id text NOT NULL REFERENCES evaluation_datasets (id) ON DELETE CASCADE,
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     PRIMARY KEY (dataset_id, experiment_id)
   )`,
  'CREATE INDEX evaluation_dataset_experiments_index ON evaluation_dataset_experiments (experiment_id, dataset_id)',
  // json keeps what users wrote as they wrote it; jsonb is what is merged.
  `CREATE TABLE evaluation_dataset_records (
     position bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     id text NOT NULL,
     dataset_id text NOT NULL REFERENCES evaluation_datasets (id) ON DELETE CASCADE,
     input_hash bytea NOT NULL,
     inputs json NOT NULL,
     outputs json,
     expectations jsonb,
     tags jsonb,
     source jsonb,
     source_id text,
     source_type text,
     created_by text,
     last_updated_by text,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL,
     CONSTRAINT evaluation_dataset_records_inputs_key UNIQUE (dataset_id, input_hash)
   )`,
  'CREATE UNIQUE INDEX evaluation_dataset_records_id_index ON evaluation_dataset_records (dataset_id, id)',
  'CREATE INDEX evaluation_dataset_records_position_index ON evaluation_dataset_records (dataset_id, position)',
  // Objects merged in order, later keys winning.
  "CREATE AGGREGATE jsonb_merge_agg (jsonb) (sfunc = jsonb_concat, stype = jsonb, initcond = '{}')",
];

const DOWN = [
  'DROP AGGREGATE jsonb_merge_agg (jsonb)',
  'DROP TABLE evaluation_dataset_records',
  'DROP TABLE evaluation_dataset_experiments',
  'DROP TABLE evaluation_dataset_tags',
  'DROP TABLE evaluation_datasets',
];

/** Evaluation datasets: records with inputs, what is expected of them, tags and experiments. */
export class EvaluationDatasets implements MigrationInterface {
  readonly name = 'EvaluationDatasets0000000000009';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}
