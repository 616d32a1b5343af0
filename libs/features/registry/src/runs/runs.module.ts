import { Module } from '@nestjs/common';
import { EventsModule } from '../events/events.module.ts';
import { MlflowRunInputsController } from './inputs/mlflow-run-inputs.controller.ts';
import { RunInputsService } from './inputs/run-inputs.service.ts';
import { MetricHistoryService } from './metrics/metric-history.service.ts';
import { MlflowMetricHistoryController } from './metrics/mlflow-metric-history.controller.ts';
import { MlflowRunLoggingController } from './mlflow-run-logging.controller.ts';
import { MlflowRunsController } from './mlflow-runs.controller.ts';
import { RunLoggingService } from './run-logging.service.ts';
import { RunsController } from './runs.controller.ts';
import { RunsService } from './runs.service.ts';

/** Runs, what they log and what they read and make. Announces deleted ones by DomainEvents. */
@Module({
  imports: [EventsModule],
  controllers: [
    MlflowMetricHistoryController,
    MlflowRunInputsController,
    MlflowRunLoggingController,
    MlflowRunsController,
    RunsController,
  ],
  providers: [MetricHistoryService, RunInputsService, RunLoggingService, RunsService],
  exports: [RunsService],
})
export class RunsModule {}
