import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE scorers (
     id text PRIMARY KEY,
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     name varchar(500) NOT NULL CHECK (name <> ''),
     last_version integer NOT NULL,
     creation_time bigint NOT NULL,
     CONSTRAINT scorers_name_key UNIQUE (experiment_id, name)
   )`,
  // endpoint_id outlives its endpoint: a scorer whose endpoint is gone says so instead of using another one.
  `CREATE TABLE scorer_versions (
     scorer_id text NOT NULL REFERENCES scorers (id) ON DELETE CASCADE,
     version integer NOT NULL CHECK (version > 0),
     definition text NOT NULL,
     endpoint_id text,
     creation_time bigint NOT NULL,
     PRIMARY KEY (scorer_id, version)
   )`,
  `CREATE TABLE online_scoring_configs (
     scorer_id text PRIMARY KEY REFERENCES scorers (id) ON DELETE CASCADE,
     id text NOT NULL UNIQUE,
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     sample_rate double precision NOT NULL CHECK (sample_rate >= 0 AND sample_rate <= 1),
     filter text,
     active_since bigint NOT NULL,
     last_update_time bigint NOT NULL
   )`,
  // What the evaluator asks for with every completed trace.
  'CREATE INDEX online_scoring_active_index ON online_scoring_configs (experiment_id) WHERE sample_rate > 0',
];

const DOWN = ['online_scoring_configs', 'scorer_versions', 'scorers'].map((table) => `DROP TABLE ${table}`);

/** Scorers, their versions, and which of them judge new traces. */
export class Scorers implements MigrationInterface {
  readonly name = 'Scorers0000000000010';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const statement of DOWN) await queryRunner.query(statement);
  }
}
