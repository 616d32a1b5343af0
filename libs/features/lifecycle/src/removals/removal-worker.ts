import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { z } from 'zod';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { JobHandlers } from '@millrace/jobs';
import { JobPostponed, LIFECYCLE_JOBS, type RemoveTracesJob, type RunningJob } from '@millrace/ports';
import { readRemoval, type Removal } from './removal.ts';
import { RemovalBatches } from './removal-batches.service.ts';
import { RemovalEnding } from './removal-ending.service.ts';
import { RemovalFinding } from './removal-finding.service.ts';

const PAYLOAD = z.object({ removalId: z.uuid() });

/** Takes removals from their first step to their last; one that is killed goes on where it was. */
@Injectable()
export class RemovalWorker implements OnModuleInit {
  private readonly logger = new Logger('Removals');

  constructor(
    private readonly handlers: JobHandlers,
    private readonly dataSource: DataSource,
    private readonly finding: RemovalFinding,
    private readonly batches: RemovalBatches,
    private readonly ending: RemovalEnding,
  ) {}

  onModuleInit(): void {
    const options = { concurrency: 1, payload: PAYLOAD, countsForWorkspace: false };
    this.handlers.on(LIFECYCLE_JOBS.removeTraces, options, (job) => this.run(job));
  }

  async run({ payload: { removalId }, stop }: RunningJob<RemoveTracesJob>): Promise<void> {
    try {
      await this.goOn(removalId, stop);
    } catch (error) {
      if (!(error instanceof JobPostponed)) await this.noteFault(removalId, error);
      throw error;
    }
  }

  private async goOn(id: string, stop: AbortSignal): Promise<void> {
    for (;;) {
      const removal = await this.look(id);
      if (!removal) return;
      if (stop.aborted) throw new JobPostponed(0);
      if (await this.batches.removeNext(removal)) continue;
      if (!removal.isFound) {
        await this.finding.findMore(removal);
        continue;
      }
      await this.ending.end(removal);
      this.logger.log(`${removal.kind} ${id}: ${removal.traceCount} traces removed`);
      return;
    }
  }

  /** Undefined for one that has ended. */
  private look(id: string): Promise<Removal | undefined> {
    return askDatabase(this.dataSource, async (manager) => {
      await manager.query(
        `UPDATE removals SET state = 'running', last_look_time = $2, failure = NULL
         WHERE id = $1 AND state IN ('waiting', 'running')`,
        [id, Date.now()],
      );
      const removal = await readRemoval(manager, id);
      return removal?.state === 'running' ? removal : undefined;
    });
  }

  private async noteFault(id: string, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    const isFinal = error instanceof Rejected;
    await askDatabase(this.dataSource, (manager) =>
      manager.query(
        `UPDATE removals SET failure = $2, state = CASE WHEN $3 THEN 'failed' ELSE state END,
           end_time = CASE WHEN $3 THEN $4::bigint END
         WHERE id = $1 AND state = 'running'`,
        [id, message.slice(0, 1_000), isFinal, Date.now()],
      ),
    ).catch(() => undefined);
  }
}
