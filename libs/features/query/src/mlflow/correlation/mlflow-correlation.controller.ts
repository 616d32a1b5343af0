import { Controller, HttpCode, Post, UseInterceptors } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../../freshness/freshness.interceptor.ts';
import { correlationMessage, type CorrelationMessage } from './mlflow-correlation.dto.ts';
import { MlflowCorrelationService } from './mlflow-correlation.service.ts';

/** MLflow's call for how two filters of traces go together. */
@ApiExcludeController()
@UseInterceptors(FreshnessInterceptor)
@Controller(mlflowPaths('3.0', 'traces/calculate-filter-correlation'))
export class MlflowCorrelationController {
  constructor(private readonly correlations: MlflowCorrelationService) {}

  @Post()
  @HttpCode(200)
  calculate(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(correlationMessage) message: CorrelationMessage,
  ) {
    return this.correlations.calculate(workspaceId, message);
  }
}
