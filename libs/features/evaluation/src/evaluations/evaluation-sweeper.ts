import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { JobQueue, JOBS } from '@millrace/ports';
import { Recurring } from '@millrace/service-kit';

const EVERY_MS = 10_000;
const MOST = 100;
/** Whoever looks says so, so that several processes share the work. */
const FORGOTTEN = `
  UPDATE evaluations SET last_look_time = $1 WHERE id IN (
    SELECT id FROM evaluations WHERE state IN ('selecting', 'running') AND last_look_time < $2
    ORDER BY last_look_time LIMIT ${MOST} FOR NO KEY UPDATE SKIP LOCKED
  ) RETURNING id, workspace_id AS "workspaceId"`;

/** Finds evaluations under way that nobody looks after any more, as when the queue lost their job, and queues them again. */
@Injectable()
export class EvaluationSweeper implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly sweeping = new Recurring({
    everyMs: EVERY_MS,
    firstMs: EVERY_MS,
    work: () => this.sweep(),
    logger: new Logger(EvaluationSweeper.name),
    complaint: 'Evaluations are not looked after yet',
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
  ) {}

  onApplicationBootstrap(): void {
    this.sweeping.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sweeping.stop();
  }

  private async sweep(): Promise<void> {
    const now = Date.now();
    const [found] = await askDatabase(this.dataSource, (manager) =>
      manager.query<[{ readonly id: string; readonly workspaceId: string }[], number]>(FORGOTTEN, [
        now,
        now - EVERY_MS,
      ]),
    );
    if (found.length === 0) return;
    await this.queue.enqueue(
      found.map(({ id, workspaceId }) => ({
        kind: JOBS.advanceEvaluation,
        workspaceId,
        payload: { evaluationId: id },
        key: id,
      })),
    );
  }
}
