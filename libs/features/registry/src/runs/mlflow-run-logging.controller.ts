import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { runIdOf } from './mlflow-run-id.ts';
import {
  deleteTagMessage,
  fromMlflowMetric,
  keyValueMessage,
  logBatchMessage,
  logMetricMessage,
  logModelMessage,
} from './mlflow-runs.dto.ts';
import { RunLoggingService } from './run-logging.service.ts';

const NOTHING = { metrics: [], params: [], tags: [] };

/** MLflow's runs API, version 2.0: what is logged to runs. */
@ApiExcludeController()
@Controller(mlflowPaths('2.0', 'runs'))
export class MlflowRunLoggingController {
  constructor(private readonly logging: RunLoggingService) {}

  @Post('log-metric')
  @HttpCode(200)
  async logMetric(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(logMetricMessage) message: z.output<typeof logMetricMessage>,
  ) {
    const batch = { ...NOTHING, metrics: [fromMlflowMetric(message)] };
    await this.logging.logBatch(workspaceId, runIdOf(message), batch);
    return {};
  }

  @Post('log-parameter')
  @HttpCode(200)
  async logParam(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(keyValueMessage) message: z.output<typeof keyValueMessage>,
  ) {
    const { key, value } = message;
    await this.logging.logBatch(workspaceId, runIdOf(message), { ...NOTHING, params: [{ key, value }] });
    return {};
  }

  @Post('set-tag')
  @HttpCode(200)
  async setTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(keyValueMessage) message: z.output<typeof keyValueMessage>,
  ) {
    const { key, value } = message;
    await this.logging.logBatch(workspaceId, runIdOf(message), { ...NOTHING, tags: [{ key, value }] });
    return {};
  }

  @Post('delete-tag')
  @HttpCode(200)
  async deleteTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(deleteTagMessage) message: z.output<typeof deleteTagMessage>,
  ) {
    await this.logging.deleteTag(workspaceId, runIdOf(message), message.key);
    return {};
  }

  @Post('log-batch')
  @HttpCode(200)
  async logBatch(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(logBatchMessage) message: z.output<typeof logBatchMessage>,
  ) {
    const { metrics, params, tags } = message;
    const batch = { metrics: metrics.map(fromMlflowMetric), params, tags };
    await this.logging.logBatch(workspaceId, runIdOf(message), batch);
    return {};
  }

  @Post('log-model')
  @HttpCode(200)
  async logModel(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(logModelMessage) message: z.output<typeof logModelMessage>,
  ) {
    await this.logging.recordModel(workspaceId, runIdOf(message), message.model_json);
    return {};
  }
}
