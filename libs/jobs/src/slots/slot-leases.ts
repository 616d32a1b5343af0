import { askDatabase } from '@millrace/access';
import type { DataSource } from 'typeorm';

/** A process that says nothing for so long has lost its slots. */
export const LEASE_MS = 15_000;

/** The slots that processes hold, in PostgreSQL. */
export class SlotLeases {
  constructor(
    private readonly dataSource: DataSource,
    private readonly holder: string,
  ) {}

  /** How many of the `wanted` this process has of the workspace from now on, `limit` being there for all. */
  async take(workspaceId: string, wanted: number, limit: number): Promise<number> {
    const values = [workspaceId, this.holder, wanted, limit, LEASE_MS];
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.query<{ granted: number }[]>('SELECT take_job_slots($1, $2, $3, $4, $5) AS granted', values),
    );
    return rows[0]?.granted ?? 0;
  }

  /** Keeps so many of each workspace; resolves with those that were not lost. */
  async keep(slots: ReadonlyMap<string, number>): Promise<Set<string>> {
    const wanted = [...slots].map(([workspace, count]) => ({ workspace, count }));
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.query<{ workspace: string }[][]>(
        `UPDATE job_slots held SET slots = wanted.count, expires_at = clock_timestamp() + $3 * interval '1 ms'
         FROM json_to_recordset($1::json) AS wanted (workspace text, count int)
         WHERE held.workspace_id = wanted.workspace AND held.holder = $2 AND held.expires_at > clock_timestamp()
         RETURNING held.workspace_id AS workspace`,
        [JSON.stringify(wanted), this.holder, LEASE_MS],
      ),
    );
    // TypeORM gives the rows of an UPDATE and their number.
    return new Set((rows[0] ?? []).map(({ workspace }) => workspace));
  }

  /** Also forgets what processes left that died long ago. */
  async release(): Promise<void> {
    await askDatabase(this.dataSource, (manager) =>
      manager.query(
        "DELETE FROM job_slots WHERE holder = $1 OR expires_at < clock_timestamp() - interval '1 hour'",
        [this.holder],
      ),
    );
  }
}
