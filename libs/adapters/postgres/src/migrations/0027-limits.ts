import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // An empty key_id is the workspace as a whole.
  `CREATE TABLE usage_limits (
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     key_id varchar(12) NOT NULL DEFAULT '',
     limits jsonb NOT NULL,
     PRIMARY KEY (workspace_id, key_id)
   )`,
  `CREATE TABLE usage_counts (
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     key_id varchar(12) NOT NULL DEFAULT '',
     day date NOT NULL,
     spans bigint NOT NULL,
     bytes bigint NOT NULL,
     PRIMARY KEY (workspace_id, key_id, day)
   )`,
  // What processes ask of the rates that they share; of no use after a few seconds.
  `CREATE UNLOGGED TABLE limit_demands (
     process_id uuid NOT NULL,
     workspace_id text NOT NULL,
     key_id varchar(12) NOT NULL,
     kind text NOT NULL,
     per_second double precision NOT NULL,
     seen_at timestamptz NOT NULL,
     PRIMARY KEY (workspace_id, key_id, kind, process_id)
   )`,
];

/** What tenants may use, and what they used. */
export class UsageLimits implements MigrationInterface {
  readonly name = 'UsageLimits0000000000027';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['limit_demands', 'usage_counts', 'usage_limits']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}
