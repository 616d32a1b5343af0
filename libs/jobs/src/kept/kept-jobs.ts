import { askDatabase } from '@millrace/access';
import { JobQueue, type NewJob } from '@millrace/ports';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';

/** How long after a job was queued it is looked for first. */
export const FIRST_LOOK_MS = 15_000;

/** A job that is kept until it has ended: queued twice, its key makes it one. */
export type KeptJob = NewJob & { readonly key: string };

/**
 * For jobs that nothing else in PostgreSQL would bring back: queues them and writes them there too. What the queue loses is found and
 * queued again by KeptJobSweep, without the delay and priority it had.
 */
@Injectable()
export class KeptJobs {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
  ) {}

  /** Ids in order; durable on return. Throws Unavailable: then some may be queued, and the caller tells them again. */
  async enqueue(jobs: readonly KeptJob[]): Promise<string[]> {
    if (jobs.length === 0) return [];
    const ids = await this.queue.enqueue(jobs);
    const now = Date.now();
    const rows = jobs.map(({ kind, key, workspaceId, payload }, place) => ({
      job_id: ids[place],
      ...{ kind: kind.name, key, workspace_id: workspaceId, payload: JSON.stringify(payload) },
      ...{ queued_time: now, look_time: now + FIRST_LOOK_MS },
    }));
    await askDatabase(this.dataSource, (manager) =>
      manager.query(
        'INSERT INTO kept_jobs SELECT * FROM json_populate_recordset(NULL::kept_jobs, $1) ON CONFLICT DO NOTHING',
        [JSON.stringify(rows)],
      ),
    );
    return ids;
  }

  /** What became of these is known: nobody looks for them any more. */
  async forget(ids: readonly string[]): Promise<void> {
    if (ids.length === 0) return;
    await askDatabase(this.dataSource, (manager) =>
      manager.query('DELETE FROM kept_jobs WHERE job_id = ANY($1)', [ids]),
    );
  }
}
