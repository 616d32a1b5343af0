import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE webhooks (
     id uuid PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     name varchar(63) NOT NULL,
     description text NOT NULL,
     url text NOT NULL,
     events text[] NOT NULL CHECK (cardinality(events) > 0),
     secret text,
     is_enabled boolean NOT NULL,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL
   )`,
  'CREATE INDEX webhooks_workspace_index ON webhooks (workspace_id, creation_time DESC, id)',
  // The outbox: written with the change it tells of, so neither is there without the other.
  `CREATE TABLE webhook_deliveries (
     id uuid PRIMARY KEY,
     webhook_id uuid NOT NULL REFERENCES webhooks (id) ON DELETE CASCADE,
     event text NOT NULL,
     data text NOT NULL,
     state text NOT NULL CHECK (state IN ('pending', 'delivered', 'failed')),
     attempts integer NOT NULL,
     next_attempt_time bigint NOT NULL,
     response_status integer,
     error text NOT NULL,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL
   )`,
  `CREATE INDEX webhook_deliveries_due_index ON webhook_deliveries (webhook_id, next_attempt_time) WHERE state = 'pending'`,
  'CREATE INDEX webhook_deliveries_webhook_index ON webhook_deliveries (webhook_id, creation_time DESC, id)',
  'CREATE INDEX webhook_deliveries_time_index ON webhook_deliveries (creation_time)',
];

/** Who is told of changes of the registry, and what they are still to be told. */
export class Webhooks implements MigrationInterface {
  readonly name = 'Webhooks0000000000013';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE webhook_deliveries');
    await queryRunner.query('DROP TABLE webhooks');
  }
}
