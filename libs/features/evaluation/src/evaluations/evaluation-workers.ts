import { Injectable, type OnModuleInit } from '@nestjs/common';
import { JobHandlers } from '@millrace/jobs';
import { JOBS } from '@millrace/ports';
import { JOB_PAYLOADS } from '../job-payloads.ts';
import { AdvanceEvaluationService } from './advance-evaluation.service.ts';
import { JudgeItemService } from './items/judge-item.service.ts';

/** Rows judged at once in this process: mostly they wait for models. */
const ITEMS_AT_ONCE = 50;
const EVALUATIONS_AT_ONCE = 4;

/** Says who does the jobs of evaluations. */
@Injectable()
export class EvaluationWorkers implements OnModuleInit {
  constructor(
    private readonly handlers: JobHandlers,
    private readonly evaluations: AdvanceEvaluationService,
    private readonly items: JudgeItemService,
  ) {}

  onModuleInit(): void {
    const keepsOthersGoing = {
      concurrency: EVALUATIONS_AT_ONCE,
      countsForWorkspace: false,
      payload: JOB_PAYLOADS.advanceEvaluation,
    };
    this.handlers.on(JOBS.advanceEvaluation, keepsOthersGoing, (job) => this.evaluations.run(job));
    this.handlers.on(JOBS.judgeItem, { concurrency: ITEMS_AT_ONCE, payload: JOB_PAYLOADS.judgeItem }, (job) =>
      this.items.run(job),
    );
  }
}
