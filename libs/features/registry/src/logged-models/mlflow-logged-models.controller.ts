import { Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { checkLimit, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { ArtifactsService } from '../artifacts/artifacts.service.ts';
import { toMlflowFiles } from '../artifacts/mlflow-artifact-files.ts';
import { LoggedModelsService } from './logged-models.service.ts';
import {
  createModelMessage,
  finalizeModelMessage,
  modelFilesMessage,
  modelIdMessage,
  modelParamsMessage,
  modelTagsMessage,
  searchModelsMessage,
  STATUSES,
  toMlflowModel,
  type SearchModelsMessage,
} from './mlflow-logged-models.dto.ts';
import type { DatasetChoice } from './search-logged-models.ts';

const MOST_RESULTS = 1000;

/** MLflow's logged models (mlflow/WIRE.md section 9). */
@ApiExcludeController()
@Controller(mlflowPaths('2.0', 'logged-models'))
export class MlflowLoggedModelsController {
  constructor(
    private readonly models: LoggedModelsService,
    private readonly artifacts: ArtifactsService,
  ) {}

  @Post()
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(createModelMessage) message: z.output<typeof createModelMessage>,
  ) {
    const { experiment_id: experimentId, name, params, tags } = message;
    const { model_type: modelType, source_run_id: sourceRunId } = message;
    const given = { experimentId, name, modelType, sourceRunId, params, tags };
    return { model: toMlflowModel(await this.models.create(workspaceId, given)) };
  }

  @Post('search')
  @HttpCode(200)
  async search(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(searchModelsMessage) message: SearchModelsMessage,
  ) {
    checkLimit(message.max_results, MOST_RESULTS);
    const { models, nextPageToken } = await this.models.search({
      workspaceId,
      experimentIds: message.experiment_ids,
      filter: message.filter,
      datasets: message.datasets.map(datasetOf),
      orderBy: message.order_by.map(({ field_name: field, ascending, dataset_name, dataset_digest }) => ({
        field,
        isDescending: !ascending,
        ...(dataset_name !== undefined && { dataset: datasetOf({ dataset_name, dataset_digest }) }),
      })),
      limit: message.max_results,
      pageToken: message.page_token,
    });
    return {
      ...(models.length > 0 && { models: models.map(toMlflowModel) }),
      ...(nextPageToken !== undefined && { next_page_token: nextPageToken }),
    };
  }

  @Get(':model_id')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(modelIdMessage) message: z.output<typeof modelIdMessage>,
  ) {
    const found = await this.models.get(workspaceId, message.model_id, message.allow_deleted);
    return { model: toMlflowModel(found) };
  }

  @Patch(':model_id')
  async finalize(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(finalizeModelMessage) message: z.output<typeof finalizeModelMessage>,
  ) {
    const status = STATUSES[message.status];
    return { model: toMlflowModel(await this.models.update(workspaceId, message.model_id, { status })) };
  }

  @Delete(':model_id')
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(modelIdMessage) message: z.output<typeof modelIdMessage>,
  ) {
    await this.models.delete(workspaceId, message.model_id);
    return {};
  }

  @Patch(':model_id/tags')
  async setTags(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(modelTagsMessage) message: z.output<typeof modelTagsMessage>,
  ) {
    return {
      model: toMlflowModel(await this.models.update(workspaceId, message.model_id, { tags: message.tags })),
    };
  }

  /** The client does not encode the key, which may contain slashes. */
  @Delete(':model_id/tags/*')
  async deleteTag(
    @CurrentWorkspace() workspaceId: string,
    @Param('model_id') modelId: string,
    @Param('*') key: string,
  ) {
    await this.models.deleteTag(workspaceId, modelId, key);
    return {};
  }

  @Post(':model_id/params')
  @HttpCode(200)
  async addParams(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(modelParamsMessage) message: z.output<typeof modelParamsMessage>,
  ) {
    await this.models.update(workspaceId, message.model_id, { params: message.params });
    return {};
  }

  @Get(':model_id/artifacts/directories')
  async listFiles(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(modelFilesMessage) message: z.output<typeof modelFilesMessage>,
  ) {
    const { model } = await this.models.get(workspaceId, message.model_id);
    const folder = message.artifact_directory_path;
    const { page_token: pageToken } = message;
    const page = await this.artifacts.listPage(workspaceId, model.artifactUri, { folder, pageToken });
    return {
      root_uri: model.artifactUri,
      ...toMlflowFiles(page.entries, folder.replace(/\/$/, '')),
      ...(page.nextPageToken !== undefined && { next_page_token: page.nextPageToken }),
    };
  }
}

function datasetOf(given: {
  readonly dataset_name: string;
  readonly dataset_digest?: string | undefined;
}): DatasetChoice {
  return { name: given.dataset_name, digest: given.dataset_digest };
}
