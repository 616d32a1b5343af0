import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE logged_models (
     model_id varchar(64) COLLATE "C" PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     name varchar(500) NOT NULL CHECK (name <> ''),
     model_type varchar(500) NOT NULL,
     source_run_id varchar(64) NOT NULL,
     status text NOT NULL CHECK (status IN ('PENDING', 'READY', 'FAILED')),
     artifact_uri text NOT NULL,
     is_deleted boolean NOT NULL,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL
   )`,
  'CREATE INDEX logged_models_creation_time_index ON logged_models (experiment_id, creation_time DESC, model_id)',
  // A client finds the active model by its name before each use.
  'CREATE INDEX logged_models_name_index ON logged_models (experiment_id, name, creation_time DESC)',
  `CREATE TABLE logged_model_params (
     model_id varchar(64) COLLATE "C" NOT NULL REFERENCES logged_models (model_id) ON DELETE CASCADE,
     key varchar(250) NOT NULL,
     value text NOT NULL,
     PRIMARY KEY (model_id, key)
   )`,
  `CREATE TABLE logged_model_tags (
     model_id varchar(64) COLLATE "C" NOT NULL REFERENCES logged_models (model_id) ON DELETE CASCADE,
     key varchar(250) NOT NULL,
     value text NOT NULL,
     PRIMARY KEY (model_id, key)
   )`,
  // A version of a git repository is found by its commit. A value may be a whole diff, so its beginning has to do.
  'CREATE INDEX logged_model_tags_value_index ON logged_model_tags (key, "left"(value, 100), model_id)',
  // The last point of a metric of a model in a run on a dataset is the one with nothing behind it here. In place of the index
  // by model and key, which points of no model were written to as well.
  'DROP INDEX metrics_model_index',
  `CREATE INDEX metrics_of_models_index
     ON metrics (model_id, key, run_id, dataset_name, dataset_digest, step, timestamp, value) WHERE model_id <> ''`,
];

const DOWN = ['logged_model_tags', 'logged_model_params', 'logged_models'].map(
  (table) => `DROP TABLE ${table}`,
);

/** Versions of applications and models, their params and tags. */
export class LoggedModels implements MigrationInterface {
  readonly name = 'LoggedModels0000000000008';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP INDEX metrics_of_models_index');
    await queryRunner.query('CREATE INDEX metrics_model_index ON metrics (model_id, key)');
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}
