import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE alert_rules (
     id uuid PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     experiment_id integer NOT NULL REFERENCES experiments (id) ON DELETE CASCADE,
     name varchar(250) NOT NULL,
     description text NOT NULL,
     definition text NOT NULL,
     webhook_ids uuid[],
     is_enabled boolean NOT NULL,
     next_check_time bigint NOT NULL,
     check_number integer NOT NULL,
     last_check_time bigint,
     error text NOT NULL,
     creation_time bigint NOT NULL,
     last_update_time bigint NOT NULL
   )`,
  'CREATE UNIQUE INDEX alert_rules_name_index ON alert_rules (workspace_id, experiment_id, name)',
  'CREATE INDEX alert_rules_workspace_index ON alert_rules (workspace_id, creation_time DESC, id DESC)',
  'CREATE INDEX alert_rules_due_index ON alert_rules (next_check_time) WHERE is_enabled',
  `CREATE TABLE alert_groups (
     rule_id uuid NOT NULL REFERENCES alert_rules (id) ON DELETE CASCADE,
     group_value text NOT NULL,
     state text NOT NULL CHECK (state IN ('ok', 'firing', 'no-data')),
     breaches integer NOT NULL,
     value double precision,
     baseline double precision,
     row_count double precision NOT NULL,
     change_time bigint NOT NULL,
     PRIMARY KEY (rule_id, group_value)
   )`,
  // The outbox too: a change and the word of it are there together or not at all.
  `CREATE TABLE alert_changes (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     rule_id uuid NOT NULL REFERENCES alert_rules (id) ON DELETE CASCADE,
     group_value text NOT NULL,
     state text NOT NULL CHECK (state IN ('ok', 'firing', 'no-data')),
     previous_state text NOT NULL CHECK (previous_state IN ('ok', 'firing', 'no-data')),
     value double precision,
     baseline double precision,
     row_count double precision NOT NULL,
     change_time bigint NOT NULL,
     event text,
     is_told boolean NOT NULL
   )`,
  'CREATE INDEX alert_changes_rule_index ON alert_changes (rule_id, id DESC)',
  'CREATE INDEX alert_changes_untold_index ON alert_changes (id) WHERE NOT is_told',
  'CREATE INDEX alert_changes_time_index ON alert_changes (change_time)',
];

/** What is watched, how it stands, and its changes. */
export class Alerts implements MigrationInterface {
  readonly name = 'Alerts0000000000019';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['alert_changes', 'alert_groups', 'alert_rules']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}
