import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import {
  checkDescription,
  checkName,
  checkTags,
  findModel,
  lastByKey,
  lockModel,
  nameCreated,
  nameTagChanged,
  RegisteredModel,
  RegisteredModelTag,
  type RegisteredKey,
  type RegisteredKind,
  type Tag,
} from '@millrace/registered-models';
import type { RegistryEvent } from '@millrace/webhook-events';
import { WebhookOutbox } from '../webhooks/webhook-outbox.ts';
import {
  addLatestVersions,
  searchRegisteredModels,
  type RegisteredModelPage,
  type RegisteredModelSearch,
  type RegisteredModelView,
} from './search-registered-models.ts';
import { ownerOf, VersionCache } from './version-cache.ts';

export interface NewRegisteredModel {
  readonly kind: RegisteredKind;
  readonly name: string;
  readonly description: string;
  readonly tags: readonly Tag[];
}

const WITH_TAGS = { tags: true, aliases: true } as const;

/** Prompts and models by name. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class RegisteredModelsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cache: VersionCache,
    private readonly outbox: WebhookOutbox,
  ) {}

  get(key: RegisteredKey): Promise<RegisteredModelView> {
    return askDatabase(this.dataSource, async (manager) =>
      view(manager, await findModel(manager, key, WITH_TAGS)),
    );
  }

  search(workspaceId: string, search: RegisteredModelSearch): Promise<RegisteredModelPage> {
    return askDatabase(this.dataSource, (manager) => searchRegisteredModels(manager, workspaceId, search));
  }

  create(
    workspaceId: string,
    { kind, name, description, tags }: NewRegisteredModel,
  ): Promise<RegisteredModelView> {
    checkName(name, kind);
    checkDescription(description);
    checkTags(kind, tags);
    return this.changing(name, async (manager) => {
      await refuseTaken(manager, workspaceId, name, kind);
      const now = Date.now();
      const times = { creationTime: now, lastUpdateTime: now };
      const row = { workspaceId, kind, name, description, lastVersion: 0, ...times };
      const { identifiers } = await manager.insert(RegisteredModel, row);
      const model = manager.create(RegisteredModel, { ...row, id: Number(identifiers[0]?.['id']) });
      model.tags = lastByKey(tags).map((tag) =>
        manager.create(RegisteredModelTag, { modelId: model.id, ...tag }),
      );
      await manager.insert(RegisteredModelTag, model.tags);
      model.aliases = [];
      const created = { model, latestVersions: [] };
      await this.outbox.record(manager, workspaceId, nameCreated(created));
      return created;
    });
  }

  /** Its versions, tags and aliases stay. */
  async rename(key: RegisteredKey, newName: string): Promise<RegisteredModelView> {
    const renamed = await this.changing(newName, async (manager) => {
      const model = await lockModel(manager, key);
      checkName(newName, model.kind);
      if (newName !== model.name) await refuseTaken(manager, key.workspaceId, newName, model.kind);
      await manager.update(RegisteredModel, model.id, { name: newName, lastUpdateTime: Date.now() });
      return view(manager, await findModel(manager, { ...key, name: newName }, WITH_TAGS));
    });
    await this.cache.settle(ownerOf(key));
    return renamed;
  }

  describe(key: RegisteredKey, description: string): Promise<RegisteredModelView> {
    checkDescription(description);
    return this.changing(key.name, async (manager) => {
      const { id } = await lockModel(manager, key);
      await manager.update(RegisteredModel, id, { description, lastUpdateTime: Date.now() });
      return view(manager, await findModel(manager, key, WITH_TAGS));
    });
  }

  /** With all its versions. */
  async delete(key: RegisteredKey): Promise<void> {
    await this.changing(key.name, async (manager) => {
      const { id } = await lockModel(manager, key);
      await manager.delete(RegisteredModel, id);
    });
    await this.cache.settle(ownerOf(key));
  }

  async setTag(key: RegisteredKey, tag: Tag): Promise<void> {
    checkTags(key.kind ?? 'model', [tag]);
    await this.changing(key.name, async (manager) => {
      const { id: modelId, kind } = await lockModel(manager, key);
      await manager.upsert(RegisteredModelTag, { modelId, ...tag }, ['modelId', 'key']);
      await this.tell(manager, key, nameTagChanged(kind, key.name, tag));
    });
  }

  /** An absent tag is no fault. */
  async deleteTag(key: RegisteredKey, tagKey: string): Promise<void> {
    await this.changing(key.name, async (manager) => {
      const { id: modelId, kind } = await lockModel(manager, key);
      const { affected } = await manager.delete(RegisteredModelTag, { modelId, key: tagKey });
      if (affected) await this.tell(manager, key, nameTagChanged(kind, key.name, tagKey));
    });
  }

  private async tell(
    manager: EntityManager,
    { workspaceId }: RegisteredKey,
    event: RegistryEvent | undefined,
  ): Promise<void> {
    if (event) await this.outbox.record(manager, workspaceId, event);
  }

  private async changing<Result>(
    name: string,
    work: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    const taken = `Registered Model (name=${name}) already exists.`;
    const result = await changeDatabase(this.dataSource, taken, work);
    this.outbox.notify();
    return result;
  }
}

async function view(manager: EntityManager, model: RegisteredModel): Promise<RegisteredModelView> {
  const [found] = await addLatestVersions(manager, [model]);
  return found ?? { model, latestVersions: [] };
}

async function refuseTaken(
  manager: EntityManager,
  workspaceId: string,
  name: string,
  kind: RegisteredKind,
): Promise<void> {
  const taken = await manager.findOneBy(RegisteredModel, { workspaceId, name });
  if (!taken) return;
  const message =
    taken.kind === kind
      ? `${kind === 'prompt' ? 'Prompt' : 'Registered Model'} (name=${name}) already exists.`
      : `The name '${name}' is already taken by a ${taken.kind}: a prompt and a model can't have the same name.`;
  throw new Rejected(message, 'already-exists');
}
