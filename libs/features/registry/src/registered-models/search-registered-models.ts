import { Any, type EntityManager } from 'typeorm';
import {
  findLatestIds,
  loadVersions,
  RegisteredModel,
  type RegisteredKind,
  type RegisteredVersion,
} from '@millrace/registered-models';
import { inOrderOf, searchIds, type Search } from '../search/search-ids.ts';
import { parseSearchFilter } from '../search/search-filter.ts';
import type { SearchTable } from '../search/search-table.ts';
import { isKind, KIND_ATTRIBUTES } from './mlflow-search-names.ts';

/** A prompt or model with its tags and aliases. */
export interface RegisteredModelView {
  readonly model: RegisteredModel;
  /** The highest of each stage. */
  readonly latestVersions: readonly RegisteredVersion[];
}

export interface RegisteredModelSearch extends Search {
  /** Absent: as the filter says by `kind`; models when it says nothing of it. */
  readonly kind?: RegisteredKind;
}

export interface RegisteredModelPage {
  readonly models: readonly RegisteredModelView[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

const TAGS = {
  from: 'registered_model_tags tag',
  join: 'tag.model_id = model.id',
  key: 'tag.key',
  value: 'tag.value',
  kind: 'text',
} as const;

const UPDATED = { sql: 'model.last_update_time', kind: 'number' } as const;

/** What prompts and models can be searched by. */
const TABLE: SearchTable = {
  from: 'registered_models model',
  id: 'model.id',
  attributes: {
    name: { sql: 'model.name', kind: 'text' },
    timestamp: UPDATED,
    last_updated_timestamp: UPDATED,
    creation_timestamp: { sql: 'model.creation_time', kind: 'number' },
    ...KIND_ATTRIBUTES,
  },
  collections: { tags: TAGS, tag: TAGS },
  attributePrefixes: ['attribute', 'attributes'],
  defaultOrder: ['name ASC'],
};

/** One page of prompts or models with their latest versions. Throws Rejected for a bad filter, order or token. */
export async function searchRegisteredModels(
  manager: EntityManager,
  workspaceId: string,
  { kind, ...search }: RegisteredModelSearch,
): Promise<RegisteredModelPage> {
  const asked = kind ?? (asksForKind(search.filter, TABLE) ? undefined : 'model');
  const { ids, ...rest } = await searchIds(manager, TABLE, search, {
    scope: (bind) => [
      `model.workspace_id = ${bind(workspaceId)}`,
      ...(asked ? [`model.kind = ${bind(asked)}`] : []),
    ],
    identity: asked,
  });
  const loaded = await manager.find(RegisteredModel, {
    where: { id: Any(ids.map(Number)) },
    relations: { tags: true, aliases: true },
  });
  const models = await addLatestVersions(
    manager,
    inOrderOf(ids, loaded, ({ id }) => String(id)),
  );
  return { models, ...rest };
}

/** Puts the latest versions beside each. */
export async function addLatestVersions(
  manager: EntityManager,
  models: readonly RegisteredModel[],
): Promise<RegisteredModelView[]> {
  const ids = await findLatestIds(
    manager,
    models.map(({ id }) => id),
  );
  const byModel = Map.groupBy(await loadVersions(manager, ids), ({ version }) => version.modelId);
  return models.map((model) => ({ model, latestVersions: byModel.get(model.id) ?? [] }));
}

/** Whether a filter says itself which kind it is about. Throws Rejected for one that can't be read. */
export function asksForKind(filter: string, table: SearchTable): boolean {
  const parsed = parseSearchFilter(filter, table);
  return parsed !== undefined && mentionsKind(parsed);
}

type Parsed = NonNullable<ReturnType<typeof parseSearchFilter>>;

function mentionsKind(filter: Parsed): boolean {
  if (filter.kind === 'comparison') {
    return filter.field.kind === 'attribute' && isKind(filter.field.sql);
  }
  return filter.kind === 'not' ? mentionsKind(filter.operand) : filter.operands.some(mentionsKind);
}
