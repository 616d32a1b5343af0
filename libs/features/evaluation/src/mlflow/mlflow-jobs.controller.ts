import { Controller, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { MlflowError, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import type { z } from 'zod';
import {
  evaluateMessage,
  invokeScorerMessage,
  jobMessage,
  type EvaluateMessage,
  type InvokeScorerMessage,
} from './mlflow-jobs.dto.ts';
import { MlflowJobsService } from './mlflow-jobs.service.ts';

type JobMessage = z.output<typeof jobMessage>;

/** Work that MLflow's UI asks the server to do (mlflow/WIRE.md section 13). */
@ApiExcludeController()
@Controller()
export class MlflowJobsController {
  constructor(private readonly jobs: MlflowJobsService) {}

  @Post(mlflowPaths('3.0', 'scorer/invoke'))
  @HttpCode(200)
  invokeScorer(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(invokeScorerMessage) message: InvokeScorerMessage,
  ) {
    return this.jobs.invokeScorer(workspaceId, message);
  }

  @Post(mlflowPaths('3.0', 'genai/evaluate/invoke'))
  @HttpCode(200)
  evaluate(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(evaluateMessage) message: EvaluateMessage,
  ) {
    if (message.trace_ids.length === 0) throw new Rejected('Please select at least one trace to evaluate.');
    return this.jobs.evaluate(workspaceId, message);
  }

  @Post(mlflowPaths('3.0', 'issues/invoke'))
  findIssues(): never {
    throw new MlflowError(
      'NOT_IMPLEMENTED',
      'This server finds no issues by itself. Issues are found by the client: judge the traces with ' +
        'mlflow.genai.evaluate(…) and log issues for them.',
    );
  }

  @Get(mlflowPaths('3.0', 'jobs/:job_id'))
  get(@CurrentWorkspace() workspaceId: string, @MlflowParameters(jobMessage) { job_id }: JobMessage) {
    return this.jobs.get(workspaceId, job_id);
  }

  @Patch(mlflowPaths('3.0', 'jobs/cancel/:job_id'))
  cancel(@CurrentWorkspace() workspaceId: string, @MlflowParameters(jobMessage) { job_id }: JobMessage) {
    return this.jobs.cancel(workspaceId, job_id);
  }
}
