import { Injectable } from '@nestjs/common';
import { Rejected } from '@millrace/domain';
import {
  checkModelConfig,
  checkPromptContent,
  parseVersion,
  type RegisteredKey,
  type RegisteredVersion,
  type Tag,
} from '@millrace/registered-models';
import { ModelVersionsService, type VersionKey } from '../registered-models/model-versions.service.ts';
import { RegisteredModelsService } from '../registered-models/registered-models.service.ts';
import type { RegisteredModelView } from '../registered-models/search-registered-models.ts';
import { VersionLoader } from '../registered-models/version-loader.ts';
import { comparePrompts, type PromptComparison } from './compare-prompts.ts';
import type { CreateVersionBody, UpdateVersionBody } from './prompt-versions.dto.ts';
import type { UpdatePromptBody } from './prompts.dto.ts';

/** Two versions and what lies between them. */
export interface ComparedVersions {
  readonly from: RegisteredVersion;
  readonly to: RegisteredVersion;
  readonly compared: PromptComparison;
}

/** What prompts have beyond other registered names. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class PromptsService {
  constructor(
    private readonly models: RegisteredModelsService,
    private readonly versions: ModelVersionsService,
    private readonly loader: VersionLoader,
  ) {}

  async update(key: RegisteredKey, { name, description }: UpdatePromptBody): Promise<RegisteredModelView> {
    const described =
      description === undefined ? await this.models.get(key) : await this.models.describe(key, description);
    return name === undefined || name === key.name ? described : this.models.rename(key, name);
  }

  createVersion(key: RegisteredKey, body: CreateVersionBody): Promise<RegisteredVersion> {
    const { template, messages, response_format, model_config, commit_message: description, tags } = body;
    const content = {
      templateKind: messages ? ('chat' as const) : ('text' as const),
      template: messages ? JSON.stringify(messages) : (template ?? ''),
      responseFormat: response_format ? JSON.stringify(response_format) : null,
      modelConfig: model_config ? JSON.stringify(model_config) : null,
    };
    checkPromptContent(content);
    return this.versions.create(key, { content, description, tags: toTags(tags), source: 'prompt-template' });
  }

  async updateVersion(key: VersionKey, body: UpdateVersionBody): Promise<RegisteredVersion> {
    const { commit_message: description, model_config } = body;
    if (model_config !== undefined) {
      const modelConfig = model_config && JSON.stringify(model_config);
      if (modelConfig !== null) checkModelConfig(modelConfig);
      await this.versions.setModelConfig(key, modelConfig);
    }
    return description === undefined ? this.loader.byNumber(key) : this.versions.describe(key, description);
  }

  /** `latest` is the highest version there is. */
  async loadByAlias(key: RegisteredKey, alias: string): Promise<RegisteredVersion> {
    const found = await this.loader.byAlias(key, alias);
    if (found) return found;
    throw new Rejected(`The prompt ${key.name} has no alias '${alias}'.`, 'not-found');
  }

  async compare(key: RegisteredKey, from: string, to: string): Promise<ComparedVersions> {
    const [before, after] = await Promise.all([this.find(key, from), this.find(key, to)]);
    return { from: before, to: after, compared: comparePrompts(before.version, after.version) };
  }

  /** By number, alias or `latest`. */
  private find(key: RegisteredKey, selector: string): Promise<RegisteredVersion> {
    if (!/^\d+$/.test(selector)) return this.loadByAlias(key, selector);
    return this.loader.byNumber({ ...key, version: parseVersion(selector) });
  }
}

/** The tags of a body. */
export function toTags(tags: Readonly<Record<string, string>>): Tag[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
