import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { runIdOf } from '../mlflow-run-id.ts';
import {
  fromMlflowDatasetInput,
  logInputsMessage,
  logOutputsMessage,
  searchDatasetsMessage,
} from '../mlflow-runs.dto.ts';
import { RunInputsService } from './run-inputs.service.ts';

/** MLflow's calls about what runs read and made, version 2.0. */
@ApiExcludeController()
@Controller(mlflowPaths('2.0', ''))
export class MlflowRunInputsController {
  constructor(private readonly inputs: RunInputsService) {}

  @Post('runs/log-inputs')
  @HttpCode(200)
  async logInputs(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(logInputsMessage) message: z.output<typeof logInputsMessage>,
  ) {
    await this.inputs.logInputs(workspaceId, runIdOf(message), {
      datasets: message.datasets.map(fromMlflowDatasetInput),
      modelIds: message.models.map(({ model_id }) => model_id),
    });
    return {};
  }

  @Post('runs/outputs')
  @HttpCode(200)
  async logOutputs(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(logOutputsMessage) message: z.output<typeof logOutputsMessage>,
  ) {
    const models = message.models.map(({ model_id: modelId, step }) => ({ modelId, step }));
    await this.inputs.logOutputs(workspaceId, runIdOf(message), models);
    return {};
  }

  @Post('experiments/search-datasets')
  @HttpCode(200)
  async searchDatasets(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(searchDatasetsMessage) { experiment_ids }: z.output<typeof searchDatasetsMessage>,
  ) {
    const found = await this.inputs.searchDatasets(workspaceId, experiment_ids);
    const summaries = found.map(({ experimentId, name, digest, context }) => ({
      experiment_id: String(experimentId),
      name,
      digest,
      ...(context !== null && { context }),
    }));
    return { ...(summaries.length > 0 && { dataset_summaries: summaries }) };
  }
}
