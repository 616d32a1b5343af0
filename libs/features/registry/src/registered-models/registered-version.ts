import { Any, type EntityManager } from 'typeorm';
import { ModelVersion } from './entities/model-version.entity.ts';
import { RegisteredModelAlias } from './entities/registered-model-alias.entity.ts';
import type { RegisteredKind } from './entities/registered-model.entity.ts';

/** A version with what its readers want beside it. */
export interface RegisteredVersion {
  readonly name: string;
  readonly kind: RegisteredKind;
  /** With its tags. */
  readonly version: ModelVersion;
  /** Those that stand for it, in order. */
  readonly aliases: readonly string[];
}

/** The versions with these ids, in no order; those gone meanwhile are left out. */
export async function loadVersions(
  manager: EntityManager,
  ids: readonly number[],
): Promise<RegisteredVersion[]> {
  if (ids.length === 0) return [];
  const versions = await manager.find(ModelVersion, {
    where: { id: Any([...ids]) },
    relations: { tags: true, model: true },
  });
  const modelIds = [...new Set(versions.map(({ modelId }) => modelId))];
  const aliases = await manager.find(RegisteredModelAlias, {
    where: { modelId: Any(modelIds) },
    order: { alias: 'ASC' },
  });
  const byVersion = Map.groupBy(aliases, ({ modelId, version }) => `${modelId}/${version}`);
  return versions.map((version) => ({
    name: version.model?.name ?? '',
    kind: version.model?.kind ?? 'model',
    version,
    aliases: (byVersion.get(`${version.modelId}/${version.version}`) ?? []).map(({ alias }) => alias),
  }));
}

/** The ids of the latest version of each stage of each model. */
export async function findLatestIds(manager: EntityManager, modelIds: readonly number[]): Promise<number[]> {
  if (modelIds.length === 0) return [];
  const rows: unknown = await manager.query(
    `SELECT latest.id FROM unnest($1::int[]) AS model (id)
     CROSS JOIN (VALUES ('None'), ('Staging'), ('Production'), ('Archived')) AS stage (name)
     CROSS JOIN LATERAL (
       SELECT version.id FROM model_versions version
       WHERE version.model_id = model.id AND version.stage = stage.name ORDER BY version.version DESC LIMIT 1
     ) AS latest`,
    [modelIds],
  );
  return Array.isArray(rows) ? rows.map((row: unknown) => Number(Reflect.get(Object(row), 'id'))) : [];
}
