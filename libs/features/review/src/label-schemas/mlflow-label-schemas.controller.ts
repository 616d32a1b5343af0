import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { LabelSchemasService } from './label-schemas.service.ts';
import {
  createLabelSchemaMessage,
  labelSchemaIdMessage,
  labelSchemaNameMessage,
  listLabelSchemasMessage,
  toLabelInput,
  toLabelKind,
  toMlflowLabelSchema,
  updateLabelSchemaMessage,
} from './mlflow-label-schemas.dto.ts';

/** MLflow's calls about label schemas. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'label-schemas'))
export class MlflowLabelSchemasController {
  constructor(private readonly schemas: LabelSchemasService) {}

  @Post('create')
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(createLabelSchemaMessage) message: z.output<typeof createLabelSchemaMessage>,
  ) {
    const schema = await this.schemas.create(workspaceId, {
      experimentId: message.experiment_id,
      name: message.name,
      kind: toLabelKind(message.type),
      input: toLabelInput(message.input),
      instruction: message.instruction,
      hasComment: message.enable_comment ?? false,
    });
    return { label_schema: toMlflowLabelSchema(schema) };
  }

  @Get('get')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(labelSchemaIdMessage) message: z.output<typeof labelSchemaIdMessage>,
  ) {
    return { label_schema: toMlflowLabelSchema(await this.schemas.get(workspaceId, message.schema_id)) };
  }

  @Get('get-by-name')
  async getByName(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(labelSchemaNameMessage) message: z.output<typeof labelSchemaNameMessage>,
  ) {
    const { experiment_id: experimentId, name } = message;
    return {
      label_schema: toMlflowLabelSchema(await this.schemas.getByName(workspaceId, experimentId, name)),
    };
  }

  @Get('list')
  async list(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(listLabelSchemasMessage) message: z.output<typeof listLabelSchemasMessage>,
  ) {
    const { rows, next } = await this.schemas.list(workspaceId, message.experiment_id, {
      limit: message.max_results,
      pageToken: message.page_token,
    });
    return {
      ...(rows.length > 0 && { label_schemas: rows.map(toMlflowLabelSchema) }),
      next_page_token: next ?? '',
    };
  }

  @Patch('update')
  async update(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(updateLabelSchemaMessage) message: z.output<typeof updateLabelSchemaMessage>,
  ) {
    const schema = await this.schemas.update(workspaceId, message.schema_id, {
      name: message.name,
      input: message.input && toLabelInput(message.input),
      instruction: message.instruction,
      hasComment: message.enable_comment,
    });
    return { label_schema: toMlflowLabelSchema(schema) };
  }

  @Delete('delete')
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(labelSchemaIdMessage) message: z.output<typeof labelSchemaIdMessage>,
  ) {
    await this.schemas.delete(workspaceId, message.schema_id);
    return {};
  }
}
