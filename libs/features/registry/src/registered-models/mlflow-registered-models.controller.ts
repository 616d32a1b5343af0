import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { checkLimit, MlflowError, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { parseVersion, type RegisteredKey } from '@millrace/registered-models';
import { parseStage } from './mlflow-model-versions.dto.ts';
import { IS_PROMPT, readModelTags } from './mlflow-prompt-tags.ts';
import * as messages from './mlflow-registered-models.dto.ts';
import { ModelAliasesService } from './model-aliases.service.ts';
import { ModelVersionsService } from './model-versions.service.ts';
import { RegisteredModelsService } from './registered-models.service.ts';
import { VersionLoader } from './version-loader.ts';

const { toMlflowModel, toMlflowVersion } = messages;
const MOST_RESULTS = 1000;
const searchMessage = messages.searchMessage(100);

/** MLflow's registered models, version 2.0: models, and prompts in their clothes. */
@ApiExcludeController()
@Controller(mlflowPaths('2.0', 'registered-models'))
export class MlflowRegisteredModelsController {
  constructor(
    private readonly models: RegisteredModelsService,
    private readonly versions: ModelVersionsService,
    private readonly aliases: ModelAliasesService,
    private readonly loader: VersionLoader,
  ) {}

  @Post('create')
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.createMessage) message: z.output<typeof messages.createMessage>,
  ) {
    const { name, description } = message;
    const created = { name, description, ...readModelTags(message.tags) };
    return { registered_model: toMlflowModel(await this.models.create(workspaceId, created)) };
  }

  @Get('get')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.nameMessage) { name }: z.output<typeof messages.nameMessage>,
  ) {
    return { registered_model: toMlflowModel(await this.models.get(keyOf(workspaceId, name))) };
  }

  @Get('search')
  async search(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(searchMessage) message: messages.SearchMessage,
  ) {
    const { filter, max_results: limit, order_by: orderBy, page_token: pageToken } = message;
    checkLimit(limit, MOST_RESULTS);
    const page = await this.models.search(workspaceId, { filter, orderBy, limit, pageToken });
    return {
      ...(page.models.length > 0 && { registered_models: page.models.map(toMlflowModel) }),
      ...(page.nextPageToken !== undefined && { next_page_token: page.nextPageToken }),
    };
  }

  @Post('rename')
  @HttpCode(200)
  async rename(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.renameMessage) message: z.output<typeof messages.renameMessage>,
  ) {
    return {
      registered_model: toMlflowModel(
        await this.models.rename(keyOf(workspaceId, message.name), message.new_name),
      ),
    };
  }

  @Patch('update')
  async update(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.updateMessage) message: z.output<typeof messages.updateMessage>,
  ) {
    const described = await this.models.describe(keyOf(workspaceId, message.name), message.description);
    return { registered_model: toMlflowModel(described) };
  }

  @Delete('delete')
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.nameMessage) { name }: z.output<typeof messages.nameMessage>,
  ) {
    await this.models.delete(keyOf(workspaceId, name));
    return {};
  }

  @Get('get-latest-versions')
  latestByGet(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.latestMessage) message: z.output<typeof messages.latestMessage>,
  ) {
    return this.latest(workspaceId, message);
  }

  @Post('get-latest-versions')
  @HttpCode(200)
  async latest(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.latestMessage) message: z.output<typeof messages.latestMessage>,
  ) {
    const latest = await this.versions.latest(keyOf(workspaceId, message.name));
    const stages = message.stages.map(parseStage);
    const asked = latest.filter(({ version }) => stages.length === 0 || stages.includes(version.stage));
    return asked.length > 0 ? { model_versions: asked.map(toMlflowVersion) } : {};
  }

  @Post('set-tag')
  @HttpCode(200)
  async setTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.setTagMessage) message: z.output<typeof messages.setTagMessage>,
  ) {
    const { name, key, value } = message;
    if (key === IS_PROMPT) await this.refuseOtherKind(keyOf(workspaceId, name), value);
    else await this.models.setTag(keyOf(workspaceId, name), { key, value });
    return {};
  }

  @Delete('delete-tag')
  async deleteTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.deleteTagMessage) { name, key }: z.output<typeof messages.deleteTagMessage>,
  ) {
    if (key === IS_PROMPT) await this.refuseOtherKind(keyOf(workspaceId, name), 'false');
    else await this.models.deleteTag(keyOf(workspaceId, name), key);
    return {};
  }

  @Get('alias')
  async getByAlias(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.aliasMessage) { name, alias }: z.output<typeof messages.aliasMessage>,
  ) {
    const found = await this.loader.byAlias(keyOf(workspaceId, name), alias);
    if (found) return { model_version: toMlflowVersion(found) };
    throw new MlflowError('INVALID_PARAMETER_VALUE', `Registered model alias ${alias} not found.`);
  }

  @Post('alias')
  @HttpCode(200)
  async setAlias(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.setAliasMessage) message: z.output<typeof messages.setAliasMessage>,
  ) {
    await this.aliases.set(keyOf(workspaceId, message.name), message.alias, parseVersion(message.version));
    return {};
  }

  @Delete('alias')
  async deleteAlias(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.aliasMessage) { name, alias }: z.output<typeof messages.aliasMessage>,
  ) {
    await this.aliases.delete(keyOf(workspaceId, name), alias);
    return {};
  }

  /** A model stays a model, a prompt a prompt. */
  private async refuseOtherKind(key: RegisteredKey, value: string): Promise<void> {
    const { model } = await this.models.get(key);
    if ((value.toLowerCase() === 'true') === (model.kind === 'prompt')) return;
    const message = `'${key.name}' is a ${model.kind} and stays one: register it under another name.`;
    throw new MlflowError('INVALID_PARAMETER_VALUE', message);
  }
}

function keyOf(workspaceId: string, name: string) {
  return { workspaceId, name };
}
