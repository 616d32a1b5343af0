import type { MigrationInterface, QueryRunner } from 'typeorm';

const UP = [
  // In byte order, so that one level of a folder is read by skipping over what lies below it.
  `CREATE TABLE artifacts (
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     path text COLLATE "C" NOT NULL CHECK (path <> ''),
     bytes bigint NOT NULL,
     content_type text NOT NULL,
     last_update_time bigint NOT NULL,
     segments jsonb NOT NULL,
     PRIMARY KEY (workspace_id, path)
   )`,
  // No reference to the workspace: the blobs outlive it until they are removed.
  `CREATE TABLE unowned_contents (
     content_id text PRIMARY KEY,
     workspace_id text NOT NULL,
     is_removable boolean NOT NULL,
     touched_time bigint NOT NULL
   )`,
  'CREATE INDEX unowned_contents_touched_index ON unowned_contents (is_removable, touched_time)',
  `CREATE TABLE artifact_uploads (
     id text PRIMARY KEY,
     workspace_id text NOT NULL REFERENCES workspaces (id) ON DELETE CASCADE,
     path text NOT NULL,
     creation_time bigint NOT NULL
   )`,
  'CREATE INDEX artifact_uploads_creation_time_index ON artifact_uploads (creation_time)',
  `CREATE TABLE artifact_upload_parts (
     upload_id text NOT NULL REFERENCES artifact_uploads (id) ON DELETE CASCADE,
     part_number integer NOT NULL,
     segments jsonb NOT NULL,
     PRIMARY KEY (upload_id, part_number)
   )`,
];

/** Files by name; their bytes are blobs. */
export class Artifacts implements MigrationInterface {
  readonly name = 'Artifacts0000000000006';

  async up(queryRunner: QueryRunner): Promise<void> {
    for (const statement of UP) await queryRunner.query(statement);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    for (const table of ['artifact_upload_parts', 'artifact_uploads', 'unowned_contents', 'artifacts']) {
      await queryRunner.query(`DROP TABLE ${table}`);
    }
  }
}
