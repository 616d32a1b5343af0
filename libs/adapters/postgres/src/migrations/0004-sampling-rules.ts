import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE sampling_rules (
     experiment_id integer PRIMARY KEY REFERENCES experiments (id) ON DELETE CASCADE,
     share double precision NOT NULL CHECK (share >= 0 AND share <= 1),
     keep_errors boolean NOT NULL,
     keep_slower_than_ms integer,
     last_update_time bigint NOT NULL
   )`,
  // Outlives the rule: what was dropped stays told.
  `CREATE TABLE sampling_counts (
     experiment_id integer PRIMARY KEY REFERENCES experiments (id) ON DELETE CASCADE,
     traces bigint NOT NULL,
     spans bigint NOT NULL
   )`,
];

/** Which traces of an experiment are kept, and how many were not. */
export class SamplingRules implements MigrationInterface {
  readonly name = 'SamplingRules0000000000004';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE sampling_counts');
    await queryRunner.query('DROP TABLE sampling_rules');
  }
}
