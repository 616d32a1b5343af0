import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '@millrace/jobs';
import { JOBS } from '@millrace/ports';
import { EvaluationOptions } from '../evaluation.config.ts';
import { JOB_PAYLOADS } from '../job-payloads.ts';
import { SessionScoring } from './session-scoring.ts';
import { TraceScoring } from './trace-scoring.ts';

/** Who handles the jobs of online scoring. */
@Injectable()
export class OnlineWorkers implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly traces: TraceScoring,
    private readonly sessions: SessionScoring,
    private readonly options: EvaluationOptions,
  ) {}

  onModuleInit(): void {
    const { concurrency } = this.options.config.online;
    this.handlers.on(JOBS.scoreTrace, { concurrency, payload: JOB_PAYLOADS.scoreTrace }, (job) =>
      this.traces.score(job),
    );
    this.handlers.on(JOBS.scoreSession, { concurrency, payload: JOB_PAYLOADS.scoreSession }, (job) =>
      this.sessions.score(job),
    );
  }
}
