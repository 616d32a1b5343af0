import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE forwarding_targets (
     id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     url text NOT NULL CHECK (url <> ''),
     headers jsonb NOT NULL,
     compression text NOT NULL CHECK (compression IN ('none', 'gzip')),
     is_enabled boolean NOT NULL,
     is_deleted boolean NOT NULL,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL
   )`,
  'CREATE INDEX forwarding_targets_workspace_index ON forwarding_targets (workspace_id, id)',
  // One row for each shard of the log, written by whoever forwards it.
  `CREATE TABLE forwarding_progress (
     target_id integer NOT NULL REFERENCES forwarding_targets (id) ON DELETE CASCADE,
     shard integer NOT NULL,
     sent_spans bigint NOT NULL,
     failed_spans bigint NOT NULL,
     lag_records bigint NOT NULL,
     error text NOT NULL,
     error_time bigint NOT NULL,
     last_update_time bigint NOT NULL,
     PRIMARY KEY (target_id, shard)
   )`,
];

/** Where spans of experiments are sent on to, and how far that has come. */
export class ForwardingTargets implements MigrationInterface {
  readonly name = 'ForwardingTargets0000000000003';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE forwarding_progress');
    await queryRunner.query('DROP TABLE forwarding_targets');
  }
}
