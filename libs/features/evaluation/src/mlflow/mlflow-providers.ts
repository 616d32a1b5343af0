import { MlflowJobRunnerController } from './mlflow-job-runner.controller.ts';
import { MlflowJobsController } from './mlflow-jobs.controller.ts';
import { MlflowOptimizationsController } from './mlflow-optimizations.controller.ts';
import { MlflowJobsService } from './mlflow-jobs.service.ts';

/** How MLflow's clients ask for the work of this feature. */
export const MLFLOW_CONTROLLERS = [
  MlflowJobRunnerController,
  MlflowJobsController,
  MlflowOptimizationsController,
];
export const MLFLOW_PROVIDERS = [MlflowJobsService];
