import { Injectable, type OnModuleInit } from '@nestjs/common';
import { DataSource, In } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { JobHandlers } from '@millrace/jobs';
import { JOBS, type InvokeScorerJob, type RunningJob } from '@millrace/ports';
import { JOB_PAYLOADS } from '../job-payloads.ts';
import { Invocation } from './invocation.entity.ts';
import { InvocationJudge } from './invocation-judge.ts';

const INVOCATIONS_AT_ONCE = 8;

/** Does invocations; one that is over stays as it is. */
@Injectable()
export class InvocationWorker implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly dataSource: DataSource,
    private readonly judge: InvocationJudge,
  ) {}

  onModuleInit(): void {
    this.handlers.on(
      JOBS.invokeScorer,
      { concurrency: INVOCATIONS_AT_ONCE, payload: JOB_PAYLOADS.invokeScorer },
      (job) => this.run(job),
    );
  }

  private async run(job: RunningJob<InvokeScorerJob>): Promise<void> {
    const { invocationId: id } = job.payload;
    const invocation = await askDatabase(this.dataSource, (manager) => manager.findOneBy(Invocation, { id }));
    if (!invocation || !(await this.move(id, { state: 'running' }))) return;
    try {
      const results = await this.judge.judge(invocation, job.stop);
      await this.move(id, { state: 'done', results: JSON.stringify(results) });
    } catch (error) {
      const isOver = error instanceof Rejected || job.attempt >= JOBS.invokeScorer.attempts;
      if (!isOver || job.stop.aborted) throw error;
      const reason = error instanceof Error ? error.message : String(error);
      await this.move(id, { state: 'failed', reason });
    }
  }

  /** False when it was over already. */
  private async move(
    id: string,
    change: Partial<Pick<Invocation, 'state' | 'results' | 'reason'>>,
  ): Promise<boolean> {
    const { affected } = await askDatabase(this.dataSource, (manager) =>
      manager.update(
        Invocation,
        { id, state: In(['waiting', 'running']) },
        { ...change, lastUpdateTime: Date.now() },
      ),
    );
    return affected === 1;
  }
}
