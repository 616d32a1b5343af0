import type { MigrationInterface, QueryRunner } from 'typeorm';

/** What a workspace says about itself, and whether it is still there. */
export class Workspaces implements MigrationInterface {
  readonly name = 'Workspaces0000000000014';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(`ALTER TABLE workspaces
      ADD COLUMN description text NOT NULL DEFAULT '',
      ADD COLUMN lifecycle_stage text NOT NULL DEFAULT 'active' CHECK (lifecycle_stage IN ('active', 'deleted'))`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE workspaces DROP COLUMN description, DROP COLUMN lifecycle_stage');
  }
}
