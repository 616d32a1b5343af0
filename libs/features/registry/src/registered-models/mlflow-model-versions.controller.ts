import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { DEFAULT_WORKSPACE_ID } from '@millrace/access';
import { MlflowError, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { checkModelConfig } from '../prompts/prompt-content.ts';
import { checkLimit } from '../search/search-table.ts';
import { parseVersion } from './check-registered.ts';
import * as messages from './mlflow-model-versions.dto.ts';
import { isReservedKey, MODEL_CONFIG, readVersionTags, writeVersionTags } from './mlflow-prompt-tags.ts';
import { toMlflowVersion, type SearchMessage } from './mlflow-registered-models.dto.ts';
import { ModelVersionsService, type VersionKey } from './model-versions.service.ts';
import { VersionLoader } from './version-loader.ts';

const MOST_RESULTS = 200_000;
/** Clients that ask for more get the rest by the token. */
const LARGEST_PAGE = 10_000;

/** MLflow's model versions, version 2.0: those of models, and those of prompts in their clothes. */
@ApiExcludeController()
@Controller(mlflowPaths('2.0', 'model-versions'))
export class MlflowModelVersionsController {
  constructor(
    private readonly versions: ModelVersionsService,
    private readonly loader: VersionLoader,
  ) {}

  @Post('create')
  @HttpCode(200)
  async create(@MlflowParameters(messages.createMessage) message: z.output<typeof messages.createMessage>) {
    const { name, source, description, run_id: runId, run_link: runLink, model_id: loggedModelId } = message;
    const said = readVersionTags(source, message.tags);
    const version = { source, description, runId, runLink, loggedModelId, ...said };
    const created = await this.versions.create({ workspaceId: DEFAULT_WORKSPACE_ID, name }, version);
    return { model_version: toMlflowVersion(created) };
  }

  @Get('get')
  async get(@MlflowParameters(messages.versionMessage) message: z.output<typeof messages.versionMessage>) {
    return { model_version: toMlflowVersion(await this.loader.byNumber(keyOf(message))) };
  }

  @Get('search')
  async search(@MlflowParameters(messages.searchVersionsMessage) message: SearchMessage) {
    const { filter, max_results: asked, order_by: orderBy, page_token: pageToken } = message;
    checkLimit(asked, MOST_RESULTS);
    const limit = Math.min(asked, LARGEST_PAGE);
    const page = await this.versions.search(DEFAULT_WORKSPACE_ID, { filter, orderBy, limit, pageToken });
    return {
      ...(page.versions.length > 0 && { model_versions: page.versions.map(toMlflowVersion) }),
      ...(page.nextPageToken !== undefined && { next_page_token: page.nextPageToken }),
    };
  }

  @Patch('update')
  async update(@MlflowParameters(messages.updateMessage) message: z.output<typeof messages.updateMessage>) {
    return {
      model_version: toMlflowVersion(await this.versions.describe(keyOf(message), message.description)),
    };
  }

  @Post('transition-stage')
  @HttpCode(200)
  async transition(
    @MlflowParameters(messages.transitionMessage) message: z.output<typeof messages.transitionMessage>,
  ) {
    const { stage, archive_existing_versions: archivesOthers } = message;
    const moved = await this.versions.moveToStage(keyOf(message), messages.parseStage(stage), archivesOthers);
    return { model_version: toMlflowVersion(moved) };
  }

  @Delete('delete')
  async delete(@MlflowParameters(messages.versionMessage) message: z.output<typeof messages.versionMessage>) {
    await this.versions.delete(keyOf(message));
    return {};
  }

  @Get('get-download-uri')
  async getDownloadUri(
    @MlflowParameters(messages.versionMessage) message: z.output<typeof messages.versionMessage>,
  ) {
    const { version } = await this.loader.byNumber(keyOf(message));
    return { artifact_uri: version.source };
  }

  @Post('set-tag')
  @HttpCode(200)
  async setTag(@MlflowParameters(messages.setTagMessage) message: z.output<typeof messages.setTagMessage>) {
    const { key, value } = message;
    if (await this.isContent(message)) await this.setContent(message, key, value);
    else await this.versions.setTag(keyOf(message), { key, value });
    return {};
  }

  @Delete('delete-tag')
  async deleteTag(
    @MlflowParameters(messages.deleteTagMessage) message: z.output<typeof messages.deleteTagMessage>,
  ) {
    const { key } = message;
    if (await this.isContent(message)) await this.setContent(message, key, undefined);
    else await this.versions.deleteTag(keyOf(message), key);
    return {};
  }

  /** Whether a tag says what a prompt is. */
  private async isContent(message: { name: string; version: string; key: string }): Promise<boolean> {
    return isReservedKey(message.key) && (await this.loader.byNumber(keyOf(message))).kind === 'prompt';
  }

  /** A prompt version says for good what it says; only the model it is meant for may change. */
  private async setContent(message: MessageKey, key: string, value: string | undefined): Promise<void> {
    if (key === MODEL_CONFIG) {
      if (value !== undefined) checkModelConfig(value);
      return this.versions.setModelConfig(keyOf(message), value ?? null);
    }
    const { version } = await this.loader.byNumber(keyOf(message));
    if (writeVersionTags(version).find((tag) => tag.key === key)?.value === value) return;
    const reason = `A prompt version can't be changed: register a new version instead of setting '${key}'.`;
    throw new MlflowError('INVALID_PARAMETER_VALUE', reason);
  }
}

interface MessageKey {
  readonly name: string;
  readonly version: string;
}

function keyOf({ name, version }: MessageKey): VersionKey {
  return { workspaceId: DEFAULT_WORKSPACE_ID, name, version: parseVersion(version) };
}
