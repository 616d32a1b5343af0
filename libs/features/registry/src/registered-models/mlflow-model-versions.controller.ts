import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { checkLimit, MlflowError, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { checkModelConfig, parseVersion } from '@millrace/registered-models';
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
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.createMessage) message: z.output<typeof messages.createMessage>,
  ) {
    const { name, source, description, run_id: runId, run_link: runLink, model_id: loggedModelId } = message;
    const said = readVersionTags(source, message.tags);
    const version = { source, description, runId, runLink, loggedModelId, ...said };
    const created = await this.versions.create({ workspaceId, name }, version);
    return { model_version: toMlflowVersion(created) };
  }

  @Get('get')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.versionMessage) message: z.output<typeof messages.versionMessage>,
  ) {
    return { model_version: toMlflowVersion(await this.loader.byNumber(keyOf(workspaceId, message))) };
  }

  @Get('search')
  async search(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.searchVersionsMessage) message: SearchMessage,
  ) {
    const { filter, max_results: asked, order_by: orderBy, page_token: pageToken } = message;
    checkLimit(asked, MOST_RESULTS);
    const limit = Math.min(asked, LARGEST_PAGE);
    const page = await this.versions.search(workspaceId, { filter, orderBy, limit, pageToken });
    return {
      ...(page.versions.length > 0 && { model_versions: page.versions.map(toMlflowVersion) }),
      ...(page.nextPageToken !== undefined && { next_page_token: page.nextPageToken }),
    };
  }

  @Patch('update')
  async update(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.updateMessage) message: z.output<typeof messages.updateMessage>,
  ) {
    return {
      model_version: toMlflowVersion(
        await this.versions.describe(keyOf(workspaceId, message), message.description),
      ),
    };
  }

  @Post('transition-stage')
  @HttpCode(200)
  async transition(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.transitionMessage) message: z.output<typeof messages.transitionMessage>,
  ) {
    const { stage, archive_existing_versions: archivesOthers } = message;
    const moved = await this.versions.moveToStage(
      keyOf(workspaceId, message),
      messages.parseStage(stage),
      archivesOthers,
    );
    return { model_version: toMlflowVersion(moved) };
  }

  @Delete('delete')
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.versionMessage) message: z.output<typeof messages.versionMessage>,
  ) {
    await this.versions.delete(keyOf(workspaceId, message));
    return {};
  }

  @Get('get-download-uri')
  async getDownloadUri(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.versionMessage) message: z.output<typeof messages.versionMessage>,
  ) {
    return { artifact_uri: await this.versions.locate(keyOf(workspaceId, message)) };
  }

  @Post('set-tag')
  @HttpCode(200)
  async setTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.setTagMessage) message: z.output<typeof messages.setTagMessage>,
  ) {
    const { key, value } = message;
    const of = keyOf(workspaceId, message);
    if (await this.isContent(of, key)) await this.setContent(of, key, value);
    else await this.versions.setTag(of, { key, value });
    return {};
  }

  @Delete('delete-tag')
  async deleteTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(messages.deleteTagMessage) message: z.output<typeof messages.deleteTagMessage>,
  ) {
    const { key } = message;
    const of = keyOf(workspaceId, message);
    if (await this.isContent(of, key)) await this.setContent(of, key, undefined);
    else await this.versions.deleteTag(of, key);
    return {};
  }

  /** Whether a tag says what a prompt is. */
  private async isContent(of: VersionKey, key: string): Promise<boolean> {
    return isReservedKey(key) && (await this.loader.byNumber(of)).kind === 'prompt';
  }

  /** A prompt version says for good what it says; only the model it is meant for may change. */
  private async setContent(of: VersionKey, key: string, value: string | undefined): Promise<void> {
    if (key === MODEL_CONFIG) {
      if (value !== undefined) checkModelConfig(value);
      return this.versions.setModelConfig(of, value ?? null);
    }
    const { version } = await this.loader.byNumber(of);
    if (writeVersionTags(version).find((tag) => tag.key === key)?.value === value) return;
    const reason = `A prompt version can't be changed: register a new version instead of setting '${key}'.`;
    throw new MlflowError('INVALID_PARAMETER_VALUE', reason);
  }
}

interface MessageKey {
  readonly name: string;
  readonly version: string;
}

function keyOf(workspaceId: string, { name, version }: MessageKey): VersionKey {
  return { workspaceId, name, version: parseVersion(version) };
}
