import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE kept_jobs (
     job_id text PRIMARY KEY,
     kind text NOT NULL,
     key text NOT NULL,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     -- JSON, as text: jsonb has no NUL.
     payload text NOT NULL,
     queued_time bigint NOT NULL,
     -- When it is looked for next.
     look_time bigint NOT NULL
   )`,
  'CREATE INDEX kept_jobs_look_index ON kept_jobs (look_time)',
];

/** Jobs that nothing else would bring back, for as long as they have not ended. */
export class KeptJobs implements MigrationInterface {
  readonly name = 'KeptJobs0000000000021';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE kept_jobs');
  }
}
