import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { ModelsService } from '../models/models.service.ts';
import {
  createModelMessage,
  filterMessage,
  modelIdMessage,
  toMlflowModel,
  updateModelMessage,
} from './mlflow-gateway.dto.ts';

/** MLflow's gateway model definitions API, version 3.0. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'gateway/model-definitions'))
export class MlflowModelsController {
  constructor(private readonly models: ModelsService) {}

  @Post('create')
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(createModelMessage) message: z.output<typeof createModelMessage>,
  ) {
    const { name, secret_id: secretId, provider, model_name: modelName, created_by: by } = message;
    const model = await this.models.create(workspaceId, { name, secretId, provider, modelName, by });
    return { model_definition: toMlflowModel(model) };
  }

  @Get('get')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(modelIdMessage) { model_definition_id }: z.output<typeof modelIdMessage>,
  ) {
    return { model_definition: toMlflowModel(await this.models.get(workspaceId, model_definition_id)) };
  }

  @Post('update')
  @HttpCode(200)
  async update(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(updateModelMessage) message: z.output<typeof updateModelMessage>,
  ) {
    const {
      model_definition_id,
      name,
      secret_id: secretId,
      model_name: modelName,
      provider,
      updated_by: by,
    } = message;
    const change = { name, secretId, modelName, provider, by };
    return {
      model_definition: toMlflowModel(await this.models.update(workspaceId, model_definition_id, change)),
    };
  }

  @Delete('delete')
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(modelIdMessage) { model_definition_id }: z.output<typeof modelIdMessage>,
  ) {
    await this.models.delete(workspaceId, model_definition_id);
    return {};
  }

  @Get('list')
  async list(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(filterMessage) { provider, secret_id: secretId }: z.output<typeof filterMessage>,
  ) {
    const models = await this.models.list(workspaceId, { provider, secretId });
    return { ...(models.length > 0 && { model_definitions: models.map(toMlflowModel) }) };
  }
}
