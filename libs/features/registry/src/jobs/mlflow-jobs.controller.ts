import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { Rejected } from '@millrace/domain';
import { MlflowError, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { invokeScorerMessage, jobMessage, searchMessage } from './mlflow-jobs.dto.ts';

/** MLflow's jobs (mlflow/WIRE.md section 13): this server runs none, so there are none, and who asks for one is told what to do. */
@ApiExcludeController()
@Controller()
export class MlflowJobsController {
  @Post(mlflowPaths('3.0', 'scorer/invoke'))
  invokeScorer(
    @MlflowParameters(invokeScorerMessage) { trace_ids }: z.output<typeof invokeScorerMessage>,
  ): never {
    if (trace_ids.length === 0) throw new Rejected('Please select at least one trace to evaluate.');
    refuse(
      'Scorers are run by the client: mlflow.genai.evaluate(data=traces, scorers=[get_scorer(name=…)]) judges the traces that ' +
        'mlflow.search_traces(…) finds and stores what it says of them.',
    );
  }

  @Post(mlflowPaths('3.0', 'genai/evaluate/invoke'))
  evaluate(): never {
    refuse('Evaluations are run by the client: call mlflow.genai.evaluate(data=…, scorers=[…]) there.');
  }

  @Post(mlflowPaths('3.0', 'issues/invoke'))
  findIssues(): never {
    refuse(
      'Issues are found by the client: judge the traces with mlflow.genai.evaluate(…) and log issues for them.',
    );
  }

  @Get(mlflowPaths('3.0', 'jobs/:job_id', 'prompt-optimization/jobs/:job_id'))
  get(@MlflowParameters(jobMessage) { job_id }: z.output<typeof jobMessage>): never {
    unknownJob(job_id);
  }

  @Patch(mlflowPaths('3.0', 'jobs/cancel/:job_id'))
  cancel(@MlflowParameters(jobMessage) { job_id }: z.output<typeof jobMessage>): never {
    unknownJob(job_id);
  }

  @Post(mlflowPaths('3.0', 'prompt-optimization/jobs'))
  optimizePrompt(): never {
    refuse(
      'Prompts are optimized by the client: call mlflow.genai.optimize_prompts(…), which registers what it finds.',
    );
  }

  @Get(mlflowPaths('3.0', 'prompt-optimization/jobs/search'))
  searchByGet(@MlflowParameters(searchMessage) _: z.output<typeof searchMessage>) {
    return {};
  }

  @Post(mlflowPaths('3.0', 'prompt-optimization/jobs/search'))
  @HttpCode(200)
  search(@MlflowParameters(searchMessage) _: z.output<typeof searchMessage>) {
    return {};
  }

  @Post(mlflowPaths('3.0', 'prompt-optimization/jobs/:job_id/cancel'))
  cancelOptimization(@MlflowParameters(jobMessage) { job_id }: z.output<typeof jobMessage>): never {
    unknownJob(job_id);
  }

  @Delete(mlflowPaths('3.0', 'prompt-optimization/jobs/:job_id'))
  deleteOptimization(@MlflowParameters(jobMessage) { job_id }: z.output<typeof jobMessage>): never {
    unknownJob(job_id);
  }
}

function refuse(alternative: string): never {
  throw new MlflowError('NOT_IMPLEMENTED', `This server runs no such jobs. ${alternative}`);
}

function unknownJob(id: string): never {
  throw new Rejected(`Job with ID ${id} not found`, 'not-found');
}
