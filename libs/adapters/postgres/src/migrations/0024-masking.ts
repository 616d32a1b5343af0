import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE masking_rules (
     experiment_id integer PRIMARY KEY REFERENCES experiments (id) ON DELETE CASCADE,
     rules jsonb NOT NULL CHECK (jsonb_typeof(rules) = 'array'),
     last_update_time bigint NOT NULL
   )`,
  // Hashes of one workspace can be joined, and nobody else can make them.
  `CREATE TABLE masking_keys (
     workspace_id text PRIMARY KEY REFERENCES workspaces (id) ON DELETE CASCADE,
     key bytea NOT NULL CHECK (length(key) = 32)
   )`,
];

/** What is never stored of experiments. */
export class Masking implements MigrationInterface {
  readonly name = 'Masking0000000000024';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['masking_keys', 'masking_rules']) await queryRunner.query(`DROP TABLE ${table}`);
  }
}
