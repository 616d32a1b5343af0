import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // Prompts and models share one space of names.
  `CREATE TABLE registered_models (
     id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     kind text NOT NULL CHECK (kind IN ('prompt', 'model')),
     name text NOT NULL CHECK (name <> ''),
     description text NOT NULL,
     last_version integer NOT NULL,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL,
     UNIQUE (workspace_id, name)
   )`,
  `CREATE INDEX registered_models_update_index ON registered_models (workspace_id, last_update_time DESC, name)`,
  `CREATE TABLE registered_model_tags (
     model_id integer NOT NULL REFERENCES registered_models (id) ON DELETE CASCADE,
     key varchar(250) NOT NULL,
     value text NOT NULL,
     PRIMARY KEY (model_id, key)
   )`,
  'CREATE INDEX registered_model_tags_value_index ON registered_model_tags USING hash (value)',
  `CREATE TABLE model_versions (
     id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     model_id integer NOT NULL REFERENCES registered_models (id) ON DELETE CASCADE,
     version integer NOT NULL CHECK (version > 0),
     description text NOT NULL,
     source text NOT NULL,
     run_id text NOT NULL,
     run_link text NOT NULL,
     logged_model_id text NOT NULL,
     stage text NOT NULL CHECK (stage IN ('None', 'Staging', 'Production', 'Archived')),
     template_kind text CHECK (template_kind IN ('text', 'chat')),
     template text,
     response_format text,
     model_config text,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL,
     UNIQUE (model_id, version),
     CHECK ((template_kind IS NULL) = (template IS NULL))
   )`,
  // The latest of each stage, and by time for the default order of a search.
  'CREATE INDEX model_versions_stage_index ON model_versions (model_id, stage, version)',
  'CREATE INDEX model_versions_update_index ON model_versions (last_update_time DESC)',
  `CREATE INDEX model_versions_run_index ON model_versions (run_id) WHERE run_id <> ''`,
  `CREATE TABLE model_version_tags (
     version_id integer NOT NULL REFERENCES model_versions (id) ON DELETE CASCADE,
     key varchar(250) NOT NULL,
     value text NOT NULL,
     PRIMARY KEY (version_id, key)
   )`,
  'CREATE INDEX model_version_tags_value_index ON model_version_tags USING hash (value)',
  `CREATE TABLE registered_model_aliases (
     model_id integer NOT NULL REFERENCES registered_models (id) ON DELETE CASCADE,
     alias varchar(255) NOT NULL,
     version integer NOT NULL,
     PRIMARY KEY (model_id, alias),
     FOREIGN KEY (model_id, version) REFERENCES model_versions (model_id, version) ON DELETE CASCADE
   )`,
  'CREATE INDEX registered_model_aliases_version_index ON registered_model_aliases (model_id, version)',
];

/** Prompts and models, their versions, tags and aliases. */
export class RegisteredModels implements MigrationInterface {
  readonly name = 'RegisteredModels0000000000007';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of [
      'registered_model_aliases',
      'model_version_tags',
      'model_versions',
      'registered_model_tags',
      'registered_models',
    ])
      await queryRunner.query(`DROP TABLE ${table}`);
  }
}
