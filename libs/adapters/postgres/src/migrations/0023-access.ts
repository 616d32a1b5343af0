import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  `CREATE TABLE users (
     id uuid PRIMARY KEY,
     name varchar(255) NOT NULL UNIQUE CHECK (name = lower(name) AND name <> ''),
     display_name varchar(255) NOT NULL DEFAULT '',
     password_hash text,
     is_operator boolean NOT NULL DEFAULT false,
     is_disabled boolean NOT NULL DEFAULT false,
     oidc_issuer text,
     oidc_subject text,
     creation_time bigint NOT NULL,
     last_sign_in_time bigint,
     UNIQUE (oidc_issuer, oidc_subject)
   )`,
  `CREATE TABLE workspace_members (
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
     role text NOT NULL CHECK (role IN ('admin', 'editor', 'viewer', 'ingest')),
     creation_time bigint NOT NULL,
     PRIMARY KEY (workspace_id, user_id)
   )`,
  'CREATE INDEX workspace_members_user_index ON workspace_members (user_id)',
  `CREATE TABLE api_keys (
     id varchar(12) PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     experiment_id integer REFERENCES experiments (id) ON DELETE CASCADE,
     name varchar(255) NOT NULL,
     role text NOT NULL CHECK (role IN ('admin', 'editor', 'viewer', 'ingest')),
     secret_hash bytea NOT NULL CHECK (length(secret_hash) = 32),
     created_by varchar(255) NOT NULL DEFAULT '',
     creation_time bigint NOT NULL,
     expiration_time bigint,
     last_used_time bigint,
     revocation_time bigint
   )`,
  'CREATE INDEX api_keys_workspace_index ON api_keys (workspace_id, creation_time DESC, id)',
  `CREATE TABLE user_sessions (
     token_hash char(64) PRIMARY KEY,
     user_id uuid NOT NULL REFERENCES users (id) ON DELETE CASCADE,
     creation_time bigint NOT NULL,
     expiration_time bigint NOT NULL
   )`,
  'CREATE INDEX user_sessions_user_index ON user_sessions (user_id)',
  'CREATE INDEX user_sessions_expiration_index ON user_sessions (expiration_time)',
  // What was done, by whom; nothing here refers to rows that may go.
  `CREATE TABLE audit_entries (
     id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
     time bigint NOT NULL,
     workspace_id text,
     actor_kind text NOT NULL CHECK (actor_kind IN ('anyone', 'user', 'key', 'nobody')),
     actor_id text NOT NULL,
     actor_name text NOT NULL,
     action text NOT NULL,
     target text NOT NULL,
     outcome text NOT NULL CHECK (outcome IN ('done', 'refused', 'failed')),
     address text NOT NULL
   )`,
  'CREATE INDEX audit_entries_workspace_index ON audit_entries (workspace_id, time DESC, id DESC)',
  'CREATE INDEX audit_entries_time_index ON audit_entries (time DESC, id DESC)',
];

/** Who may do what, and what was done. */
export class Access implements MigrationInterface {
  readonly name = 'Access0000000000023';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['audit_entries', 'user_sessions', 'api_keys', 'workspace_members', 'users']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}
