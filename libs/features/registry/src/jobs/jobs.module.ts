import { Module } from '@nestjs/common';
import { MlflowJobRunnerController } from './mlflow-job-runner.controller.ts';
import { MlflowJobsController } from './mlflow-jobs.controller.ts';

/** Jobs as MLflow's clients ask for them. */
@Module({ controllers: [MlflowJobRunnerController, MlflowJobsController] })
export class JobsModule {}
