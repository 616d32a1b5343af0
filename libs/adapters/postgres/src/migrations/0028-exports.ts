import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // What is exported is fixed: files of one schedule mean the same. Without an experiment: all of the workspace.
  `CREATE TABLE export_schedules (
     id uuid PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     experiment_id integer REFERENCES experiments (id) ON DELETE CASCADE,
     name varchar(250) NOT NULL CHECK (name <> ''),
     every text NOT NULL CHECK (every IN ('hour', 'day')),
     filter text NOT NULL,
     includes_judge_traces boolean NOT NULL,
     is_enabled boolean NOT NULL,
     -- Days after the end of a window that its files are kept; null: for ever.
     keep_days integer CHECK (keep_days BETWEEN 1 AND 36500),
     -- Where the next window begins, milliseconds since the epoch.
     next_from bigint NOT NULL,
     created_by varchar(255) NOT NULL,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL
   )`,
  'CREATE INDEX export_schedules_workspace_index ON export_schedules (workspace_id, creation_time DESC, id)',
  'CREATE INDEX export_schedules_due_index ON export_schedules (next_from) WHERE is_enabled',
  // A window of a schedule, of which there is one.
  `CREATE TABLE export_runs (
     id uuid PRIMARY KEY,
     schedule_id uuid NOT NULL REFERENCES export_schedules (id) ON DELETE CASCADE,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     from_time bigint NOT NULL,
     to_time bigint NOT NULL CHECK (to_time > from_time),
     asked_by varchar(255),
     state text NOT NULL DEFAULT 'waiting' CHECK (state IN ('waiting', 'running', 'done', 'failed', 'removed')),
     failure text,
     -- Whoever works on it: a worker that lost it to another ends nothing.
     attempt integer NOT NULL DEFAULT 0,
     -- json keeps the order in which it is told; that of the files that are there.
     manifest json,
     creation_time bigint NOT NULL,
     end_time bigint,
     last_look_time bigint NOT NULL DEFAULT 0,
     CONSTRAINT export_runs_window_key UNIQUE (schedule_id, from_time)
   )`,
  `CREATE INDEX export_runs_open_index ON export_runs (last_look_time) WHERE state IN ('waiting', 'running')`,
];

/** Windows of traces that are written to files by the clock. */
export class Exports implements MigrationInterface {
  readonly name = 'Exports0000000000028';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP TABLE export_runs, export_schedules');
  }
}
