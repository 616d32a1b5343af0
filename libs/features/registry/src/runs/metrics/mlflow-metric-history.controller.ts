import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { runIdOf } from '../mlflow-run-id.ts';
import {
  bulkHistoryMessage,
  historyMessage,
  sampledHistoryMessage,
  toMlflowMetric,
} from '../mlflow-runs.dto.ts';
import { MetricHistoryService, type RunMetricPoint, type StepRange } from './metric-history.service.ts';

/** MLflow's metric histories, version 2.0. */
@ApiExcludeController()
@Controller(mlflowPaths('2.0', 'metrics'))
export class MlflowMetricHistoryController {
  constructor(private readonly history: MetricHistoryService) {}

  @Get('get-history')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(historyMessage) message: z.output<typeof historyMessage>,
  ) {
    const { metric_key: key, max_results: limit, page_token: pageToken } = message;
    const { points, nextPageToken } = await this.history.get(workspaceId, runIdOf(message), {
      key,
      limit,
      pageToken,
    });
    return {
      ...(points.length > 0 && { metrics: points.map(toMlflowMetric) }),
      ...(nextPageToken !== undefined && { next_page_token: nextPageToken }),
    };
  }

  @Get('get-history-bulk')
  async getOfRuns(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(bulkHistoryMessage) message: z.output<typeof bulkHistoryMessage>,
  ) {
    const { run_id: runIds, metric_key: key, max_results: limit } = message;
    return { metrics: toMlflowPoints(await this.history.getOfRuns(workspaceId, { runIds, key, limit })) };
  }

  @Get('get-history-bulk-interval')
  async getSampled(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(sampledHistoryMessage) message: z.output<typeof sampledHistoryMessage>,
  ) {
    const { run_ids: runIds, metric_key: key, max_results: limit } = message;
    const points = await this.history.getSampled(workspaceId, { runIds, key, limit }, stepsOf(message));
    return { ...(points.length > 0 && { metrics: toMlflowPoints(points) }) };
  }
}

function toMlflowPoints(points: readonly RunMetricPoint[]) {
  return points.map((point) => ({ ...toMlflowMetric(point), run_id: point.runId }));
}

function stepsOf(message: z.output<typeof sampledHistoryMessage>): StepRange | undefined {
  const { start_step: from, end_step: to } = message;
  if (from === undefined && to === undefined) return undefined;
  if (from === undefined || to === undefined) {
    throw new Rejected('If either start_step or end_step is specified, both must be.');
  }
  if (from > to) throw new Rejected(`end_step must not be below start_step: ${to} is below ${from}.`);
  return { from, to };
}
