import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import {
  checkAlias,
  findModel,
  isLatest,
  selectVersions,
  unknownVersion,
  type RegisteredKey,
  type RegisteredVersion,
} from '@millrace/registered-models';
import type { VersionKey } from './model-versions.service.ts';
import { ownerOf, VersionCache } from './version-cache.ts';

const OF_NAME = 'WHERE model.workspace_id = $1 AND model.name = $2 AND ($3::text IS NULL OR model.kind = $3)';
const BY_NUMBER = `${OF_NAME} AND version.version = $4`;
const BY_ALIAS = `${OF_NAME} AND version.version = (
  SELECT chosen.version FROM registered_model_aliases chosen WHERE chosen.model_id = model.id AND chosen.alias = $4)`;
const LATEST = `${OF_NAME} ORDER BY version.version DESC LIMIT 1`;

/** Loads versions the way applications do, again and again. Throws Rejected ('not-found') for an unknown name or version. */
@Injectable()
export class VersionLoader {
  constructor(
    private readonly dataSource: DataSource,
    private readonly cache: VersionCache,
  ) {}

  async byNumber(key: VersionKey): Promise<RegisteredVersion> {
    const found = await this.cached(key, `${key.version}`, () => this.ask(key, BY_NUMBER, [key.version]));
    if (found) return found;
    await this.requireName(key);
    return unknownVersion(key.kind, key.name, key.version);
  }

  /** Undefined when the name has no such alias. `latest` is the highest version there is. */
  async byAlias(key: RegisteredKey, alias: string): Promise<RegisteredVersion | undefined> {
    checkAlias(alias);
    if (isLatest(alias)) return this.latest(key);
    const found = await this.cached(key, `@${alias}`, () => this.ask(key, BY_ALIAS, [alias]));
    if (!found) await this.requireName(key);
    return found;
  }

  /** Not cached: a new version must not wait until it is acknowledged. */
  private async latest(key: RegisteredKey): Promise<RegisteredVersion> {
    const found = await this.ask(key, LATEST, []);
    if (found) return found;
    await this.requireName(key);
    throw new Rejected(`Latest version not found for model ${key.name}.`, 'not-found');
  }

  private cached(
    key: RegisteredKey,
    selector: string,
    load: () => Promise<RegisteredVersion | undefined>,
  ): Promise<RegisteredVersion | undefined> {
    return this.cache.get(ownerOf(key), `${key.kind ?? ''}${selector}`, load);
  }

  private async ask(
    { workspaceId, name, kind }: RegisteredKey,
    where: string,
    values: readonly unknown[],
  ): Promise<RegisteredVersion | undefined> {
    const parameters = [workspaceId, name, kind ?? null, ...values];
    const [found] = await askDatabase(this.dataSource, (manager) =>
      selectVersions(manager, where, parameters),
    );
    return found;
  }

  private async requireName(key: RegisteredKey): Promise<void> {
    await askDatabase(this.dataSource, (manager) => findModel(manager, key));
  }
}
