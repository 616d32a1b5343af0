import type { MigrationInterface, QueryRunner } from 'typeorm';

/** How many jobs of a workspace each process may run: leases, which end with the process. */
export class JobSlots implements MigrationInterface {
  readonly name = 'JobSlots0000000000015';

  async up(queryRunner: QueryRunner): Promise<void> {
    // Lost at a crash of the server, and taken anew.
    await queryRunner.query(`CREATE UNLOGGED TABLE job_slots (
      workspace_id text NOT NULL,
      holder uuid NOT NULL,
      slots integer NOT NULL CHECK (slots >= 0),
      expires_at timestamptz NOT NULL,
      PRIMARY KEY (workspace_id, holder)
    )`);
    // A function, so that what others hold is read after the lock is had, in one round trip.
    await queryRunner.query(`CREATE FUNCTION take_job_slots(workspace text, process uuid, wanted integer, largest integer,
        lease_ms integer) RETURNS integer LANGUAGE plpgsql AS $$
      DECLARE
        taken bigint;
        granted integer;
      BEGIN
        PERFORM pg_advisory_xact_lock(hashtextextended('job_slots ' || workspace, 0));
        DELETE FROM job_slots WHERE workspace_id = workspace AND expires_at <= clock_timestamp();
        SELECT coalesce(sum(slots), 0) INTO taken FROM job_slots WHERE workspace_id = workspace AND holder <> process;
        granted := greatest(0, least(wanted, largest - taken));
        INSERT INTO job_slots AS held (workspace_id, holder, slots, expires_at)
          VALUES (workspace, process, granted, clock_timestamp() + lease_ms * interval '1 ms')
          ON CONFLICT (workspace_id, holder) DO UPDATE SET slots = excluded.slots, expires_at = excluded.expires_at;
        RETURN granted;
      END $$`);
  }

  async down(queryRunner: QueryRunner): Promise<void> {
    await queryRunner.query('DROP FUNCTION take_job_slots');
    await queryRunner.query('DROP TABLE job_slots');
  }
}
