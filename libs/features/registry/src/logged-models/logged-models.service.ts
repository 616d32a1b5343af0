import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { askDatabase, findActiveExperiment } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { inventName, type KeyValue } from '@millrace/runs';
import { checkLength } from '@millrace/service-kit';
import { inOrderOf } from '../search/search-ids.ts';
import { changedParam, checkModelName, checkModelParams, checkModelTags } from './check-model-input.ts';
import { LoggedModelParam } from './logged-model-param.entity.ts';
import { LoggedModelTag } from './logged-model-tag.entity.ts';
import { LoggedModel, type LoggedModelStatus } from './logged-model.entity.ts';
import { findModelMetrics, type ModelMetric } from './model-metrics.ts';
import { searchModelIds, type ModelSearch } from './search-logged-models.ts';

export interface NewLoggedModel {
  readonly experimentId: string;
  /** Absent: one is invented. */
  readonly name?: string | undefined;
  readonly modelType?: string | undefined;
  readonly sourceRunId?: string | undefined;
  readonly params: readonly KeyValue[];
  readonly tags: readonly KeyValue[];
}

/** What is said of a model; a param that is there keeps its value: the same again is fine, another is Rejected. */
export interface ModelChange {
  readonly status?: LoggedModelStatus | undefined;
  readonly params?: readonly KeyValue[];
  readonly tags?: readonly KeyValue[];
}

/** A model with all that is known of it. */
export interface DescribedModel {
  readonly model: LoggedModel;
  readonly metrics: readonly ModelMetric[];
}

export interface LoggedModelPage {
  readonly models: readonly DescribedModel[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

const LONGEST_TYPE = 500;
const LONGEST_RUN_ID = 64;

/** Versions of applications and models. Throws Rejected for what is wrong or unknown ('not-found'), Unavailable. */
@Injectable()
export class LoggedModelsService {
  constructor(private readonly dataSource: DataSource) {}

  async create(workspaceId: string, given: NewLoggedModel): Promise<DescribedModel> {
    const { name = inventName(), modelType = '', sourceRunId = '' } = given;
    checkModelName(name);
    checkLength('The type of a logged model', modelType, LONGEST_TYPE);
    checkLength('The id of a run', sourceRunId, LONGEST_RUN_ID);
    const params = checkModelParams(given.params);
    const tags = checkModelTags(given.tags);
    const id = `m-${randomUUID().replaceAll('-', '')}`;
    return this.change(async (manager) => {
      const experiment = await findActiveExperiment(manager, workspaceId, given.experimentId);
      const now = Date.now();
      await manager.insert(LoggedModel, {
        id,
        workspaceId,
        experimentId: experiment.id,
        name,
        modelType,
        sourceRunId,
        status: 'PENDING',
        artifactUri: `${experiment.artifactLocation}/models/${id}/artifacts`,
        isDeleted: false,
        creationTime: now,
        lastUpdateTime: now,
      });
      await writeParams(manager, id, params);
      await writeTags(manager, id, tags);
      return describe(manager, workspaceId, id);
    });
  }

  async get(workspaceId: string, id: string, isDeletedAllowed = false): Promise<DescribedModel> {
    const found = await this.ask((manager) => describe(manager, workspaceId, id));
    if (found.model.isDeleted && !isDeletedAllowed) throw unknownModel(id);
    return found;
  }

  async search(search: ModelSearch): Promise<LoggedModelPage> {
    return this.ask(async (manager) => {
      const { ids, ...rest } = await searchModelIds(manager, search);
      const models = await loadModels(manager, search.workspaceId, ids);
      return { models: inOrderOf(ids, models, ({ model }) => model.id), ...rest };
    });
  }

  /** Says how it came out, which may be said again, and adds to it; all or nothing. */
  update(workspaceId: string, id: string, change: ModelChange): Promise<DescribedModel> {
    const params = checkModelParams(change.params ?? []);
    const tags = checkModelTags(change.tags ?? []);
    return this.change(async (manager) => {
      await lockModel(manager, workspaceId, id);
      await writeParams(manager, id, params);
      await writeTags(manager, id, tags);
      const status = change.status === undefined ? {} : { status: change.status };
      await manager.update(LoggedModel, { id }, { ...status, lastUpdateTime: Date.now() });
      return describe(manager, workspaceId, id);
    });
  }

  /** It leaves searches; what refers to it stays. */
  async delete(workspaceId: string, id: string): Promise<void> {
    await this.change(async (manager) => {
      await lockModel(manager, workspaceId, id);
      await manager.update(LoggedModel, { id }, { isDeleted: true, lastUpdateTime: Date.now() });
    });
  }

  async deleteTag(workspaceId: string, id: string, key: string): Promise<void> {
    await this.change(async (manager) => {
      await lockModel(manager, workspaceId, id);
      const { affected } = await manager.delete(LoggedModelTag, { modelId: id, key });
      if (!affected) {
        throw new Rejected(`No tag with key '${key}' found for model with ID '${id}'.`, 'not-found');
      }
    });
  }

  private ask<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return askDatabase(this.dataSource, work);
  }

  private change<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.ask((manager) => manager.transaction(work));
  }
}

/** Holds a model that takes changes until the end of the transaction. */
async function lockModel(manager: EntityManager, workspaceId: string, id: string): Promise<void> {
  const lock = { mode: 'pessimistic_write' } as const;
  const model = await manager.findOne(LoggedModel, { where: { id, workspaceId, isDeleted: false }, lock });
  if (!model) throw unknownModel(id);
}

async function describe(manager: EntityManager, workspaceId: string, id: string): Promise<DescribedModel> {
  const [found] = await loadModels(manager, workspaceId, [id]);
  if (!found) throw unknownModel(id);
  return found;
}

async function loadModels(
  manager: EntityManager,
  workspaceId: string,
  ids: readonly string[],
): Promise<DescribedModel[]> {
  const models = await manager.find(LoggedModel, {
    where: { id: In([...ids]), workspaceId },
    relations: { params: true, tags: true },
    relationLoadStrategy: 'query',
  });
  const metrics = await findModelMetrics(manager, ids);
  return models.map((model) => ({ model, metrics: metrics.get(model.id) ?? [] }));
}

async function writeParams(
  manager: EntityManager,
  modelId: string,
  params: readonly KeyValue[],
): Promise<void> {
  if (params.length === 0) return;
  const known = await manager.findBy(LoggedModelParam, { modelId, key: In(params.map(({ key }) => key)) });
  const values = new Map(known.map(({ key, value }) => [key, value]));
  for (const param of params) {
    const value = values.get(param.key);
    if (value !== undefined && value !== param.value) throw changedParam(param, value);
  }
  const fresh = params.filter(({ key }) => !values.has(key));
  if (fresh.length > 0) {
    await manager.insert(
      LoggedModelParam,
      fresh.map(({ key, value }) => ({ modelId, key, value })),
    );
  }
}

async function writeTags(manager: EntityManager, modelId: string, tags: readonly KeyValue[]): Promise<void> {
  if (tags.length === 0) return;
  const rows = tags.map(({ key, value }) => ({ modelId, key, value }));
  await manager.upsert(LoggedModelTag, rows, ['modelId', 'key']);
}

function unknownModel(id: string): Rejected {
  return new Rejected(`Logged model with ID '${id}' not found.`, 'not-found');
}
