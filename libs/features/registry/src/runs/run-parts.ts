import { MlflowRunInputsController } from './inputs/mlflow-run-inputs.controller.ts';
import { RunInputsService } from './inputs/run-inputs.service.ts';
import { MetricHistoryService } from './metrics/metric-history.service.ts';
import { MlflowMetricHistoryController } from './metrics/mlflow-metric-history.controller.ts';
import { MlflowRunLoggingController } from './mlflow-run-logging.controller.ts';
import { MlflowRunsController } from './mlflow-runs.controller.ts';
import { RunLoggingService } from './run-logging.service.ts';
import { RunsService } from './runs.service.ts';

/** What RegistryModule lists for runs. Needs PendingEvents and the `DataSource` of PostgresModule. */
export const RUN_PARTS = {
  controllers: [
    MlflowMetricHistoryController,
    MlflowRunInputsController,
    MlflowRunLoggingController,
    MlflowRunsController,
  ],
  providers: [MetricHistoryService, RunInputsService, RunLoggingService, RunsService],
};
