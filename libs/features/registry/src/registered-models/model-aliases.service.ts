import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { changeDatabase } from '@millrace/access';
import {
  aliasChanged,
  checkAlias,
  checkNewAlias,
  findVersion,
  lockModel,
  RegisteredModelAlias,
  type RegisteredKey,
} from '@millrace/registered-models';
import { WebhookOutbox } from '../webhooks/webhook-outbox.ts';
import { ownerOf, VersionCache } from './version-cache.ts';

/** Names for versions. Throws Rejected for what can't be, Unavailable while PostgreSQL is down. */
@Injectable()
export class ModelAliasesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cache: VersionCache,
    private readonly outbox: WebhookOutbox,
  ) {}

  /** Moves the alias when it stands for another version. */
  async set(key: RegisteredKey, alias: string, version: number): Promise<void> {
    checkNewAlias(alias);
    await this.changing(key, async (manager) => {
      const model = await lockModel(manager, key);
      await findVersion(manager, model, version);
      await manager.upsert(RegisteredModelAlias, { modelId: model.id, alias, version }, ['modelId', 'alias']);
      await this.outbox.record(manager, key.workspaceId, aliasChanged(model.kind, key.name, alias, version));
    });
  }

  /** An absent alias is no fault. */
  async delete(key: RegisteredKey, alias: string): Promise<void> {
    checkAlias(alias);
    await this.changing(key, async (manager) => {
      const { id: modelId, kind } = await lockModel(manager, key);
      const { affected } = await manager.delete(RegisteredModelAlias, { modelId, alias });
      if (affected) await this.outbox.record(manager, key.workspaceId, aliasChanged(kind, key.name, alias));
    });
  }

  private async changing(key: RegisteredKey, work: (manager: EntityManager) => Promise<void>): Promise<void> {
    await changeDatabase(
      this.dataSource,
      `An alias of ${key.name} was set at the same time: try again.`,
      work,
    );
    this.outbox.notify();
    await this.cache.settle(ownerOf(key));
  }
}
