import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessModule, askDatabase } from '@millrace/access';
import { ModelAccessModule } from '@millrace/model-access';
import { SpanLog, SpanStore } from '@millrace/ports';
import { HealthChecks } from '@millrace/service-kit';
import { TraceAccessModule } from '@millrace/trace-access';
import { ALERT_CONTROLLERS, ALERT_PROVIDERS } from './alerts/alert-providers.ts';
import { EvaluationOptions, evaluationConfigSchema, type EvaluationConfig } from './evaluation.config.ts';
import { EVALUATIONS_CONTROLLERS, EVALUATIONS_PROVIDERS } from './evaluations/evaluations-providers.ts';
import { INVOCATIONS_PROVIDERS } from './invocations/invocations-providers.ts';
import { JobsController } from './jobs/jobs.controller.ts';
import { JobsService } from './jobs/jobs.service.ts';
import { JUDGING_PROVIDERS } from './judging/judging-providers.ts';
import { ScoringsController } from './judging/trying/scorings.controller.ts';
import { ScoringsService } from './judging/trying/scorings.service.ts';
import { ONLINE_PROVIDERS } from './online/online-providers.ts';
import { RESULTS_CONTROLLERS, RESULTS_PROVIDERS } from './results/results-providers.ts';
import { MLFLOW_CONTROLLERS, MLFLOW_PROVIDERS } from './mlflow/mlflow-providers.ts';
import { OPTIMIZING_PROVIDERS } from './optimizing/optimizing-providers.ts';
import { PLAYGROUND_CONTROLLERS, PLAYGROUND_PROVIDERS } from './playground/playground-providers.ts';
import { SCHEDULES_CONTROLLERS, SCHEDULES_PROVIDERS } from './schedules/schedules-providers.ts';
import { BuiltInScorersController } from './scorers/built-in-scorers.controller.ts';
import { BatchedReads } from './subjects/batched-reads.ts';
import { SessionTraces } from './subjects/session-traces.ts';
import { SubjectLoader } from './subjects/subject-loader.ts';
import { TraceEventsService } from './trace-events.service.ts';

/**
 * Judging and what comes of it. Needs SpanLog, SpanStore, DomainEvents, TraceReader, TraceAnalytics, BlobStore, ChatModel,
 * JobQueue, SecretBox and the `DataSource` of PostgresModule with ARTIFACT_ENTITIES.
 */
@Module({
  imports: [AccessModule, ModelAccessModule, TraceAccessModule],
  controllers: [
    ...ALERT_CONTROLLERS,
    BuiltInScorersController,
    JobsController,
    ...PLAYGROUND_CONTROLLERS,
    ScoringsController,
    ...EVALUATIONS_CONTROLLERS,
    ...RESULTS_CONTROLLERS,
    ...SCHEDULES_CONTROLLERS,
    ...MLFLOW_CONTROLLERS,
  ],
  providers: [
    { provide: EvaluationOptions, useValue: new EvaluationOptions(evaluationConfigSchema.parse({})) },
    ...ALERT_PROVIDERS,
    JobsService,
    ScoringsService,
    ...EVALUATIONS_PROVIDERS,
    ...INVOCATIONS_PROVIDERS,
    ...JUDGING_PROVIDERS,
    ...ONLINE_PROVIDERS,
    ...RESULTS_PROVIDERS,
    ...MLFLOW_PROVIDERS,
    ...OPTIMIZING_PROVIDERS,
    ...PLAYGROUND_PROVIDERS,
    ...SCHEDULES_PROVIDERS,
    BatchedReads,
    SessionTraces,
    SubjectLoader,
    TraceEventsService,
  ],
})
export class EvaluationModule implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly health: HealthChecks,
    private readonly log: SpanLog,
    private readonly store: SpanStore,
  ) {}

  /** With settings other than the preset ones. */
  static register(config: EvaluationConfig): DynamicModule {
    return {
      module: EvaluationModule,
      providers: [{ provide: EvaluationOptions, useValue: new EvaluationOptions(config) }],
    };
  }

  onModuleInit(): void {
    this.health.register('log', () => this.log.checkReady());
    this.health.register('store', () => this.store.checkReady());
    this.health.register('postgres', async () => {
      await askDatabase(this.dataSource, (manager) => manager.query('SELECT 1'));
    });
  }
}
