import type { EntityManager } from 'typeorm';
import { loadVersions, type RegisteredKind, type RegisteredVersion } from '@millrace/registered-models';
import { inOrderOf, searchIds, type Search } from '../search/search-ids.ts';
import type { SearchTable } from '../search/search-table.ts';
import { KIND_ATTRIBUTES, TEMPLATE_ATTRIBUTES } from './mlflow-search-names.ts';
import { asksForKind } from './search-registered-models.ts';

export interface VersionSearch extends Search {
  /** Of this prompt or model only. */
  readonly name?: string;
  /** Absent: as the filter says; models when it says nothing of it. */
  readonly kind?: RegisteredKind;
}

export interface VersionPage {
  readonly versions: readonly RegisteredVersion[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

const TAGS = {
  from: 'model_version_tags tag',
  join: 'tag.version_id = version.id',
  key: 'tag.key',
  value: 'tag.value',
  kind: 'text',
} as const;

/** What versions can be searched by. */
const TABLE: SearchTable = {
  from: 'model_versions version JOIN registered_models model ON model.id = version.model_id',
  id: 'version.id',
  attributes: {
    name: { sql: 'model.name', kind: 'text' },
    run_id: { sql: 'version.run_id', kind: 'text', isUnordered: true },
    source_path: { sql: 'version.source', kind: 'text', isUnordered: true },
    version_number: { sql: 'version.version', kind: 'number' },
    creation_timestamp: { sql: 'version.creation_time', kind: 'number' },
    last_updated_timestamp: { sql: 'version.last_update_time', kind: 'number' },
    template: { sql: 'version.template', kind: 'text', isNullable: true, isUnordered: true },
    ...KIND_ATTRIBUTES,
    ...TEMPLATE_ATTRIBUTES,
  },
  collections: { tags: TAGS, tag: TAGS },
  attributePrefixes: ['attribute', 'attributes'],
  defaultOrder: ['last_updated_timestamp DESC', 'name ASC', 'version_number DESC'],
};

/** One page of versions. Throws Rejected for a bad filter, order or token. */
export async function searchVersions(
  manager: EntityManager,
  workspaceId: string,
  { name, kind, ...search }: VersionSearch,
): Promise<VersionPage> {
  const asked = kind ?? (asksForKind(search.filter, TABLE) ? undefined : 'model');
  const { ids, ...rest } = await searchIds(manager, TABLE, search, {
    scope: (bind) => [
      `model.workspace_id = ${bind(workspaceId)}`,
      ...(asked ? [`model.kind = ${bind(asked)}`] : []),
      ...(name === undefined ? [] : [`model.name = ${bind(name)}`]),
    ],
    identity: [asked, name],
  });
  const loaded = await loadVersions(manager, ids.map(Number));
  return { versions: inOrderOf(ids, loaded, ({ version }) => String(version.id)), ...rest };
}
