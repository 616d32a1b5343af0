import type { EntityManager } from 'typeorm';
import { z } from 'zod';
import { STAGES, type ModelVersion } from './entities/model-version.entity.ts';
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

/** One query, since applications load prompts again and again. */
const SELECT = `SELECT model.name, model.kind, version.*,
    (SELECT coalesce(json_agg(json_build_object('versionId', tag.version_id, 'key', tag.key, 'value', tag.value) ORDER BY tag.key), '[]')
     FROM model_version_tags tag WHERE tag.version_id = version.id) AS tags,
    (SELECT coalesce(json_agg(known.alias ORDER BY known.alias), '[]') FROM registered_model_aliases known
     WHERE known.model_id = version.model_id AND known.version = version.version) AS aliases
  FROM model_versions version JOIN registered_models model ON model.id = version.model_id`;

const time = z.coerce.number();
const row = z.object({
  name: z.string(),
  kind: z.enum(['prompt', 'model']),
  id: z.int(),
  model_id: z.int(),
  version: z.int(),
  description: z.string(),
  source: z.string(),
  run_id: z.string(),
  run_link: z.string(),
  logged_model_id: z.string(),
  stage: z.enum(STAGES),
  template_kind: z.enum(['text', 'chat']).nullable(),
  template: z.string().nullable(),
  response_format: z.string().nullable(),
  model_config: z.string().nullable(),
  creation_time: time,
  last_update_time: time,
  tags: z.array(z.object({ versionId: z.int(), key: z.string(), value: z.string() })),
  aliases: z.array(z.string()),
});

/** The versions with these ids, in no order; those gone meanwhile are left out. */
export function loadVersions(manager: EntityManager, ids: readonly number[]): Promise<RegisteredVersion[]> {
  return selectVersions(manager, 'WHERE version.id = ANY ($1::int[])', [ids]);
}

/** What goes on behind FROM is a constant of the program: `model` and `version` are its tables; values are bound. */
export async function selectVersions(
  manager: EntityManager,
  where: string,
  values: readonly unknown[],
): Promise<RegisteredVersion[]> {
  const rows: unknown = await manager.query(`${SELECT} ${where}`, [...values]);
  return z.array(row).parse(rows).map(toVersion);
}

function toVersion(found: z.output<typeof row>): RegisteredVersion {
  const { name, kind, aliases } = found;
  const version: ModelVersion = {
    id: found.id,
    modelId: found.model_id,
    version: found.version,
    description: found.description,
    source: found.source,
    runId: found.run_id,
    runLink: found.run_link,
    loggedModelId: found.logged_model_id,
    stage: found.stage,
    templateKind: found.template_kind,
    template: found.template,
    responseFormat: found.response_format,
    modelConfig: found.model_config,
    creationTime: found.creation_time,
    lastUpdateTime: found.last_update_time,
    tags: found.tags,
  };
  return { name, kind, version, aliases };
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
