import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE evaluation_schedules (
     id text PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     name varchar(250) NOT NULL,
     cron text NOT NULL,
     time_zone text NOT NULL,
     window_kind text NOT NULL CHECK (window_kind IN ('since-previous-fire', 'previous-day')),
     filter text NOT NULL,
     sample_rate double precision NOT NULL,
     seed text NOT NULL,
     max_traces integer,
     budget_usd double precision,
     scorers jsonb NOT NULL,
     is_paused boolean NOT NULL,
     next_fire_time bigint NOT NULL,
     last_fire_time bigint,
     -- Why it could not begin when it fired last, if it could not.
     failure text,
     -- Times that were missed and are too long ago to be made up for.
     left_out_fires integer NOT NULL DEFAULT 0,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL
   )`,
  'CREATE INDEX evaluation_schedules_workspace_index ON evaluation_schedules (workspace_id, creation_time DESC, id)',
  'CREATE INDEX evaluation_schedules_due_index ON evaluation_schedules (next_fire_time) WHERE NOT is_paused',
  'ALTER TABLE evaluations ADD schedule_id text REFERENCES evaluation_schedules (id) ON DELETE SET NULL, ADD fire_time bigint',
  // A schedule fires once at a time, however many processes look at the clock.
  'ALTER TABLE evaluations ADD CONSTRAINT evaluations_fire_key UNIQUE (schedule_id, fire_time)',
  `CREATE INDEX evaluations_schedule_index ON evaluations (schedule_id, creation_time DESC, id) WHERE schedule_id IS NOT NULL`,
];

/** Evaluations that begin by themselves, by a clock. */
export class EvaluationSchedules implements MigrationInterface {
  readonly name = 'EvaluationSchedules0000000000018';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('ALTER TABLE evaluations DROP schedule_id, DROP fire_time');
    await queryRunner.query('DROP TABLE evaluation_schedules');
  }
}
