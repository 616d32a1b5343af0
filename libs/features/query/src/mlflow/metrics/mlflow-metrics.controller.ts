import { Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../../freshness/freshness.interceptor.ts';
import { traceMetricsMessage, type TraceMetricsMessage } from './mlflow-metrics.dto.ts';
import { MlflowMetricsService } from './mlflow-metrics.service.ts';

/** MLflow's call for figures over traces. */
@ApiExcludeController()
@UseInterceptors(FreshnessInterceptor)
@Controller(mlflowPaths('3.0', 'traces/metrics'))
export class MlflowMetricsController {
  constructor(private readonly metrics: MlflowMetricsService) {}

  @Post()
  @HttpCode(200)
  query(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(traceMetricsMessage) message: TraceMetricsMessage,
  ) {
    return this.metrics.query(workspaceId, message);
  }
}
