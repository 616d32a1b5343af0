import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import type { z } from 'zod';
import { OptimizationsService } from '../optimizing/optimizations.service.ts';
import {
  createOptimizationMessage,
  optimizationMessage,
  optimizationSearchMessage,
  toMlflowOptimization,
  toNewOptimization,
} from './mlflow-optimizations.dto.ts';

type JobMessage = z.output<typeof optimizationMessage>;
type SearchMessage = z.output<typeof optimizationSearchMessage>;
const JOBS = 'prompt-optimization/jobs';

/** MLflow's prompt optimization jobs (mlflow/WIRE.md section 13). */
@ApiExcludeController()
@Controller()
export class MlflowOptimizationsController {
  constructor(private readonly optimizations: OptimizationsService) {}

  @Post(mlflowPaths('3.0', JOBS))
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(createOptimizationMessage) message: z.output<typeof createOptimizationMessage>,
  ) {
    const made = await this.optimizations.create(workspaceId, toNewOptimization(message));
    return { job: toMlflowOptimization(made) };
  }

  @Get(mlflowPaths('3.0', `${JOBS}/search`))
  searchByGet(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(optimizationSearchMessage) message: SearchMessage,
  ) {
    return this.search(workspaceId, message);
  }

  @Post(mlflowPaths('3.0', `${JOBS}/search`))
  @HttpCode(200)
  async search(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(optimizationSearchMessage) { experiment_id }: SearchMessage,
  ) {
    const found = await this.optimizations.search(workspaceId, experiment_id);
    return found.length === 0 ? {} : { jobs: found.map((each) => toMlflowOptimization(each)) };
  }

  @Get(mlflowPaths('3.0', `${JOBS}/:job_id`))
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(optimizationMessage) { job_id }: JobMessage,
  ) {
    const { optimization, metrics } = await this.optimizations.get(workspaceId, job_id);
    return { job: toMlflowOptimization(optimization, metrics) };
  }

  @Post(mlflowPaths('3.0', `${JOBS}/:job_id/cancel`))
  @HttpCode(200)
  async cancel(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(optimizationMessage) { job_id }: JobMessage,
  ) {
    const { optimization } = await this.optimizations.cancel(workspaceId, job_id);
    return { job: toMlflowOptimization(optimization) };
  }

  @Delete(mlflowPaths('3.0', `${JOBS}/:job_id`))
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(optimizationMessage) { job_id }: JobMessage,
  ) {
    await this.optimizations.delete(workspaceId, job_id);
    return {};
  }
}
