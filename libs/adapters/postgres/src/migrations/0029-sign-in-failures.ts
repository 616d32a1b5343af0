import type { MigrationInterface, QueryRunner } from 'typeorm';

/** As RateLimiterPostgres of rate-limiter-flexible reads and writes it; of no use after 15 minutes. */
const UP = `
  CREATE UNLOGGED TABLE sign_in_failures (
    key varchar(255) PRIMARY KEY,
    points integer NOT NULL DEFAULT 0,
    expire bigint
  )`;

/** Wrong passwords, counted over all processes. */
export class SignInFailures implements MigrationInterface {
  readonly name = 'SignInFailures0000000000029';

  async up(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query(UP);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE sign_in_failures');
  }
}
