import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { DEFAULT_WORKSPACE_ID } from '@millrace/access';
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

const WORKSPACE = DEFAULT_WORKSPACE_ID;
const NOTHING = { metrics: [], params: [], tags: [] };

/** MLflow's runs API, version 2.0: what is logged to runs. */
@ApiExcludeController()
@Controller(mlflowPaths('2.0', 'runs'))
export class MlflowRunLoggingController {
  constructor(private readonly logging: RunLoggingService) {}

  @Post('log-metric')
  @HttpCode(200)
  async logMetric(@MlflowParameters(logMetricMessage) message: z.output<typeof logMetricMessage>) {
    const batch = { ...NOTHING, metrics: [fromMlflowMetric(message)] };
    await this.logging.logBatch(WORKSPACE, runIdOf(message), batch);
    return {};
  }

  @Post('log-parameter')
  @HttpCode(200)
  async logParam(@MlflowParameters(keyValueMessage) message: z.output<typeof keyValueMessage>) {
    const { key, value } = message;
    await this.logging.logBatch(WORKSPACE, runIdOf(message), { ...NOTHING, params: [{ key, value }] });
    return {};
  }

  @Post('set-tag')
  @HttpCode(200)
  async setTag(@MlflowParameters(keyValueMessage) message: z.output<typeof keyValueMessage>) {
    const { key, value } = message;
    await this.logging.logBatch(WORKSPACE, runIdOf(message), { ...NOTHING, tags: [{ key, value }] });
    return {};
  }

  @Post('delete-tag')
  @HttpCode(200)
  async deleteTag(@MlflowParameters(deleteTagMessage) message: z.output<typeof deleteTagMessage>) {
    await this.logging.deleteTag(WORKSPACE, runIdOf(message), message.key);
    return {};
  }

  @Post('log-batch')
  @HttpCode(200)
  async logBatch(@MlflowParameters(logBatchMessage) message: z.output<typeof logBatchMessage>) {
    const { metrics, params, tags } = message;
    const batch = { metrics: metrics.map(fromMlflowMetric), params, tags };
    await this.logging.logBatch(WORKSPACE, runIdOf(message), batch);
    return {};
  }

  @Post('log-model')
  @HttpCode(200)
  async logModel(@MlflowParameters(logModelMessage) message: z.output<typeof logModelMessage>) {
    await this.logging.recordModel(WORKSPACE, runIdOf(message), message.model_json);
    return {};
  }
}
