import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { checkAlias, isLatest } from './check-registered.ts';
import { RegisteredModelAlias } from './entities/registered-model-alias.entity.ts';
import { ModelVersion } from './entities/model-version.entity.ts';
import { findModel, findVersion, unknownVersion, type RegisteredKey } from './find-registered.ts';
import type { VersionKey } from './model-versions.service.ts';
import { loadVersions, type RegisteredVersion } from './registered-version.ts';
import { ownerOf, VersionCache } from './version-cache.ts';

/** Loads versions the way applications do, again and again. Throws Rejected ('not-found') for an unknown name or version. */
@Injectable()
export class VersionLoader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cache: VersionCache,
  ) {}

  async byNumber(key: VersionKey): Promise<RegisteredVersion> {
    const found = await this.cached(key, `${key.version}`, async (manager) => {
      const model = await findModel(manager, key);
      return findVersion(manager, model, key.version);
    });
    return found ?? unknownVersion(key.kind, key.name, key.version);
  }

  /** Undefined when the name has no such alias. `latest` is the highest version there is. */
  byAlias(key: RegisteredKey, alias: string): Promise<RegisteredVersion | undefined> {
    checkAlias(alias);
    if (isLatest(alias)) return this.latest(key);
    return this.cached(key, `@${alias}`, async (manager) => {
      const { id: modelId } = await findModel(manager, key);
      const found = await manager.findOneBy(RegisteredModelAlias, { modelId, alias });
      return found && (await manager.findOneBy(ModelVersion, { modelId, version: found.version }));
    });
  }

  /** Not cached: a new version must not wait until it is acknowledged. */
  private latest(key: RegisteredKey): Promise<RegisteredVersion> {
    return askDatabase(this.dataSource, async (manager) => {
      const { id: modelId } = await findModel(manager, key);
      const [latest] = await manager.find(ModelVersion, {
        where: { modelId },
        order: { version: 'DESC' },
        take: 1,
      });
      const [found] = latest ? await loadVersions(manager, [latest.id]) : [];
      if (found) return found;
      throw new Rejected(`Latest version not found for model ${key.name}.`, 'not-found');
    });
  }

  private cached(
    key: RegisteredKey,
    selector: string,
    find: (manager: EntityManager) => Promise<ModelVersion | null>,
  ): Promise<RegisteredVersion | undefined> {
    return this.cache.get(ownerOf(key), `${key.kind ?? ''}${selector}`, () =>
      askDatabase(this.dataSource, async (manager) => {
        const version = await find(manager);
        const [found] = version ? await loadVersions(manager, [version.id]) : [];
        return found;
      }),
    );
  }
}
