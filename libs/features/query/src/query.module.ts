import { Module, type OnModuleInit } from '@nestjs/common';
import { AccessModule } from '@millrace/access';
import { ArtifactsModule } from '@millrace/artifacts';
import { SpanLog, SpanStore } from '@millrace/ports';
import { HealthChecks, measureLogLag, Metrics } from '@millrace/service-kit';
import { TraceAccessModule } from '@millrace/trace-access';
import { AnalyticsController } from './analytics/analytics.controller.ts';
import { AnalyticsService } from './analytics/analytics.service.ts';
import { AssessmentsController } from './assessments/assessments.controller.ts';
import { AssessmentsService } from './assessments/assessments.service.ts';
import { MlflowAssessmentsController } from './assessments/mlflow-assessments.controller.ts';
import { RunDeletionsService } from './assessments/run-deletions.service.ts';
import { DeadLettersController } from './dead-letters/dead-letters.controller.ts';
import { DeadLettersService } from './dead-letters/dead-letters.service.ts';
import { FreshnessController } from './freshness/freshness.controller.ts';
import { FreshnessService } from './freshness/freshness.service.ts';
import { MlflowLegacyTracesController } from './mlflow/mlflow-legacy-traces.controller.ts';
import { MlflowLegacyTracesService } from './mlflow/mlflow-legacy-traces.service.ts';
import { MaskingCountsController } from './masking-counts/masking-counts.controller.ts';
import { MaskingCountsService } from './masking-counts/masking-counts.service.ts';
import { MlflowTraceArtifactsController } from './mlflow/artifacts/mlflow-trace-artifacts.controller.ts';
import { MlflowCorrelationController } from './mlflow/correlation/mlflow-correlation.controller.ts';
import { MlflowCorrelationService } from './mlflow/correlation/mlflow-correlation.service.ts';
import { MlflowMetricsController } from './mlflow/metrics/mlflow-metrics.controller.ts';
import { MlflowMetricsService } from './mlflow/metrics/mlflow-metrics.service.ts';
import { MlflowServerController } from './mlflow/mlflow-server.controller.ts';
import { MlflowStartTraceController } from './mlflow/mlflow-start-trace.controller.ts';
import { MlflowTraceChangesController } from './mlflow/mlflow-trace-changes.controller.ts';
import { MlflowTraceTagsController } from './mlflow/mlflow-trace-tags.controller.ts';
import { MlflowTracesController } from './mlflow/mlflow-traces.controller.ts';
import { MlflowTracesService } from './mlflow/mlflow-traces.service.ts';
import { RepriceController } from './reprice/reprice.controller.ts';
import { RepriceService } from './reprice/reprice.service.ts';
import { SqlController } from './sql/sql.controller.ts';
import { SessionsController } from './sessions/sessions.controller.ts';
import { SessionsService } from './sessions/sessions.service.ts';
import { SpanSearchController } from './spans/span-search.controller.ts';
import { SuggestionsController } from './suggestions/suggestions.controller.ts';
import { SpanSearchService } from './spans/span-search.service.ts';
import { SelectedTracesService } from './traces/selected-traces.service.ts';
import { TraceChangesController } from './traces/trace-changes.controller.ts';
import { TraceExportController } from './traces/trace-export.controller.ts';
import { TraceListService } from './traces/trace-list.service.ts';
import { TracesController } from './traces/traces.controller.ts';

/** Reading traces, and what clients say about them. Needs SpanLog, DomainEvents, TraceReader, TraceAnalytics, SqlReader, TableExport, SpanStore, BlobStore and a DataSource. */
@Module({
  imports: [AccessModule, ArtifactsModule, TraceAccessModule],
  controllers: [
    TraceExportController,
    TracesController,
    TraceChangesController,
    AssessmentsController,
    SpanSearchController,
    SessionsController,
    SuggestionsController,
    AnalyticsController,
    MaskingCountsController,
    SqlController,
    FreshnessController,
    DeadLettersController,
    RepriceController,
    MlflowServerController,
    MlflowMetricsController,
    MlflowCorrelationController,
    MlflowTracesController,
    MlflowStartTraceController,
    MlflowLegacyTracesController,
    MlflowTraceTagsController,
    MlflowTraceArtifactsController,
    MlflowTraceChangesController,
    MlflowAssessmentsController,
  ],
  providers: [
    TraceListService,
    SelectedTracesService,
    SessionsService,
    SpanSearchService,
    AnalyticsService,
    MaskingCountsService,
    RunDeletionsService,
    AssessmentsService,
    DeadLettersService,
    RepriceService,
    FreshnessService,
    MlflowTracesService,
    MlflowMetricsService,
    MlflowCorrelationService,
    MlflowLegacyTracesService,
  ],
})
export class QueryModule implements OnModuleInit {
  constructor(
    private readonly checks: HealthChecks,
    private readonly log: SpanLog,
    private readonly store: SpanStore,
    private readonly metrics: Metrics,
  ) {}

  onModuleInit(): void {
    measureLogLag(this.metrics, () => this.log.freshness());
    this.checks.register('log', () => this.log.checkReady());
    this.checks.register('store', () => this.store.checkReady());
  }
}
