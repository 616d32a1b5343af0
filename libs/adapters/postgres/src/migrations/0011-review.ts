import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE issues (
     id text PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id),
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     name varchar(250) NOT NULL,
     description text NOT NULL,
     status text NOT NULL CHECK (status IN ('pending', 'rejected', 'resolved')),
     severity text CHECK (severity IN ('not_an_issue', 'low', 'medium', 'high')),
     severity_rank smallint NOT NULL GENERATED ALWAYS AS (
       CASE severity WHEN 'high' THEN 3 WHEN 'medium' THEN 2 WHEN 'low' THEN 1 WHEN 'not_an_issue' THEN 0 ELSE -1 END
     ) STORED,
     root_causes text[] NOT NULL,
     categories text[] NOT NULL,
     source_run_id text,
     created_by text,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL
   )`,
  `CREATE INDEX issues_order_index ON issues (experiment_id, severity_rank DESC, creation_time DESC, id DESC)`,
  `CREATE TABLE label_schemas (
     id text PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id),
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     name varchar(250) NOT NULL,
     kind text NOT NULL CHECK (kind IN ('feedback', 'expectation')),
     input jsonb NOT NULL,
     instruction varchar(1000),
     has_comment boolean NOT NULL,
     is_default boolean NOT NULL,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL,
     CONSTRAINT label_schemas_name_key UNIQUE (experiment_id, name)
   )`,
  'CREATE UNIQUE INDEX label_schemas_default_index ON label_schemas (experiment_id) WHERE is_default',
  'CREATE INDEX label_schemas_creation_time_index ON label_schemas (experiment_id, creation_time DESC, id)',
  `CREATE TABLE review_queues (
     id text PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id),
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     name varchar(250) NOT NULL,
     name_key text NOT NULL,
     kind text NOT NULL CHECK (kind IN ('user', 'custom')),
     created_by text,
     users text[] NOT NULL,
     schema_ids text[] NOT NULL,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL,
     CONSTRAINT review_queues_name_key UNIQUE (experiment_id, name_key)
   )`,
  'CREATE INDEX review_queues_creation_time_index ON review_queues (experiment_id, creation_time DESC, id)',
  `CREATE TABLE review_items (
     queue_id text NOT NULL REFERENCES review_queues (id) ON DELETE CASCADE,
     trace_id text NOT NULL,
     status text NOT NULL CHECK (status IN ('pending', 'complete', 'declined')),
     completed_by text,
     completed_time bigint,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL,
     PRIMARY KEY (queue_id, trace_id)
   )`,
  'CREATE INDEX review_items_trace_index ON review_items (trace_id)',
  'CREATE INDEX review_items_creation_time_index ON review_items (queue_id, creation_time DESC, trace_id)',
];

const DOWN = ['review_items', 'review_queues', 'label_schemas', 'issues'];

/** What people look at and are asked, and the problems they find. */
export class Review implements MigrationInterface {
  readonly name = 'Review0000000000011';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of DOWN) await queryRunner.query(`DROP TABLE ${table}`);
  }
}
