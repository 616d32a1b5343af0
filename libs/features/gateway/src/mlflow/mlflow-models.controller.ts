import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { DEFAULT_WORKSPACE_ID } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { ModelsService } from '../models/models.service.ts';
import {
  createModelMessage,
  filterMessage,
  modelIdMessage,
  toMlflowModel,
  updateModelMessage,
} from './mlflow-gateway.dto.ts';

const WORKSPACE = DEFAULT_WORKSPACE_ID;

/** MLflow's gateway model definitions API, version 3.0. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'gateway/model-definitions'))
export class MlflowModelsController {
  constructor(private readonly models: ModelsService) {}

  @Post('create')
  @HttpCode(200)
  async create(@MlflowParameters(createModelMessage) message: z.output<typeof createModelMessage>) {
    const { name, secret_id: secretId, provider, model_name: modelName, created_by: by } = message;
    const model = await this.models.create(WORKSPACE, { name, secretId, provider, modelName, by });
    return { model_definition: toMlflowModel(model) };
  }

  @Get('get')
  async get(@MlflowParameters(modelIdMessage) { model_definition_id }: z.output<typeof modelIdMessage>) {
    return { model_definition: toMlflowModel(await this.models.get(WORKSPACE, model_definition_id)) };
  }

  @Post('update')
  @HttpCode(200)
  async update(@MlflowParameters(updateModelMessage) message: z.output<typeof updateModelMessage>) {
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
      model_definition: toMlflowModel(await this.models.update(WORKSPACE, model_definition_id, change)),
    };
  }

  @Delete('delete')
  async delete(@MlflowParameters(modelIdMessage) { model_definition_id }: z.output<typeof modelIdMessage>) {
    await this.models.delete(WORKSPACE, model_definition_id);
    return {};
  }

  @Get('list')
  async list(
    @MlflowParameters(filterMessage) { provider, secret_id: secretId }: z.output<typeof filterMessage>,
  ) {
    const models = await this.models.list(WORKSPACE, { provider, secretId });
    return { ...(models.length > 0 && { model_definitions: models.map(toMlflowModel) }) };
  }
}
