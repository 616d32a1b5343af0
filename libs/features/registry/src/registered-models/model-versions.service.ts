import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import {
  checkDescription,
  checkTags,
  createVersion,
  findLatestIds,
  findModel,
  findVersion,
  loadVersions,
  lockModel,
  ModelVersion,
  ModelVersionTag,
  RegisteredModel,
  unknownVersion,
  versionTagChanged,
  type NewVersion,
  type RegisteredKey,
  type RegisteredVersion,
  type Stage,
  type Tag,
} from '@millrace/registered-models';
import { WebhookOutbox } from '../webhooks/webhook-outbox.ts';
import { findOrigin } from './model-origin.ts';
import { searchVersions, type VersionPage, type VersionSearch } from './search-model-versions.ts';
import { ownerOf, VersionCache } from './version-cache.ts';

/** One version by its number. */
export interface VersionKey extends RegisteredKey {
  readonly version: number;
}

/** Versions of prompts and models. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class ModelVersionsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cache: VersionCache,
    private readonly outbox: WebhookOutbox,
  ) {}

  search(workspaceId: string, search: VersionSearch): Promise<VersionPage> {
    return askDatabase(this.dataSource, (manager) => searchVersions(manager, workspaceId, search));
  }

  /** The latest version of each stage, by number. */
  latest(key: RegisteredKey): Promise<RegisteredVersion[]> {
    return askDatabase(this.dataSource, async (manager) => {
      const { id } = await findModel(manager, key);
      const versions = await loadVersions(manager, await findLatestIds(manager, [id]));
      return versions.sort((a, b) => a.version.version - b.version.version);
    });
  }

  /** See `createVersion`. */
  create(key: RegisteredKey, version: NewVersion): Promise<RegisteredVersion> {
    return this.changing(key.name, (manager) =>
      createVersion(manager, key, version, () => findOrigin(manager, key.workspaceId, version.source)),
    );
  }

  /** Where the files of a version are. */
  locate(key: VersionKey): Promise<string> {
    return askDatabase(this.dataSource, async (manager) => {
      const version = await findVersion(manager, await findModel(manager, key), key.version);
      return (await findOrigin(manager, key.workspaceId, version.source)).artifactUri;
    });
  }

  describe(key: VersionKey, description: string): Promise<RegisteredVersion> {
    checkDescription(description);
    return this.update(key, { description });
  }

  /** The settings of the model a prompt is meant for, as JSON; null: none. */
  async setModelConfig(key: VersionKey, modelConfig: string | null): Promise<void> {
    await this.update({ ...key, kind: 'prompt' }, { modelConfig });
  }

  /** Only models have stages. `archivesOthers`: those in the same stage become `Archived`. */
  async moveToStage(key: VersionKey, stage: Stage, archivesOthers: boolean): Promise<RegisteredVersion> {
    if (archivesOthers && stage !== 'Staging' && stage !== 'Production') {
      throw new Rejected(
        `Existing versions can't be archived because '${stage}' is not an active stage: use Staging or Production.`,
      );
    }
    return this.settling(key, async (manager, model, version) => {
      if (model.kind === 'prompt') throw new Rejected('A prompt has no stages: set an alias instead.');
      const lastUpdateTime = Date.now();
      if (archivesOthers) {
        await manager.update(
          ModelVersion,
          { modelId: model.id, stage },
          { stage: 'Archived', lastUpdateTime },
        );
      }
      await manager.update(ModelVersion, version.id, { stage, lastUpdateTime });
      await manager.update(RegisteredModel, model.id, { lastUpdateTime });
      return this.load(manager, version.id);
    });
  }

  /** Aliases of it go too; its number is not given again. */
  async delete(key: VersionKey): Promise<void> {
    await this.settling(key, async (manager, model, version) => {
      await manager.delete(ModelVersion, version.id);
      await manager.update(RegisteredModel, model.id, { lastUpdateTime: Date.now() });
    });
  }

  async setTag(key: VersionKey, tag: Tag): Promise<void> {
    checkTags(`${key.kind ?? 'model'} version`, [tag]);
    await this.settling(key, async (manager, { kind }, { id: versionId }) => {
      await manager.upsert(ModelVersionTag, { versionId, ...tag }, ['versionId', 'key']);
      await this.outbox.record(manager, key.workspaceId, versionTagChanged(kind, key, tag));
    });
  }

  /** An absent tag is no fault. */
  async deleteTag(key: VersionKey, tagKey: string): Promise<void> {
    await this.settling(key, async (manager, { kind }, { id: versionId }) => {
      const { affected } = await manager.delete(ModelVersionTag, { versionId, key: tagKey });
      if (affected) await this.outbox.record(manager, key.workspaceId, versionTagChanged(kind, key, tagKey));
    });
  }

  private update(key: VersionKey, change: Partial<ModelVersion>): Promise<RegisteredVersion> {
    return this.settling(key, async (manager, _, { id }) => {
      await manager.update(ModelVersion, id, { ...change, lastUpdateTime: Date.now() });
      return this.load(manager, id);
    });
  }

  /** A change of a version that readers may have loaded. */
  private async settling<Result>(
    key: VersionKey,
    work: (manager: EntityManager, model: RegisteredModel, version: ModelVersion) => Promise<Result>,
  ): Promise<Result> {
    const result = await this.changing(key.name, async (manager) => {
      const model = await lockModel(manager, key);
      return work(manager, model, await findVersion(manager, model, key.version));
    });
    await this.cache.settle(ownerOf(key));
    return result;
  }

  private async load(manager: EntityManager, id: number): Promise<RegisteredVersion> {
    const [found] = await loadVersions(manager, [id]);
    return found ?? unknownVersion(undefined, '', id);
  }

  private async changing<Result>(
    name: string,
    work: (manager: EntityManager) => Promise<Result>,
  ): Promise<Result> {
    const taken = `A version of ${name} was made at the same time: try again.`;
    const result = await changeDatabase(this.dataSource, taken, work);
    this.outbox.notify();
    return result;
  }
}
