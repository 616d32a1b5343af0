import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = `CREATE TABLE model_prices (
  workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
  model varchar(500) NOT NULL CHECK (model <> ''),
  provider varchar(100) NOT NULL,
  rates jsonb NOT NULL,
  last_update_time bigint NOT NULL,
  PRIMARY KEY (workspace_id, model, provider)
)`;

/** What workspaces pay for models, where that is not the price of the table. */
export class ModelPrices implements MigrationInterface {
  readonly name = 'ModelPrices0000000000002';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE model_prices');
  }
}
