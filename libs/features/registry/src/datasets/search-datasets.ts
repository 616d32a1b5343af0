import { In, type EntityManager } from 'typeorm';
import { parseExperimentId } from '@millrace/access';
import { EvaluationDataset } from '@millrace/datasets';
import { inOrderOf, searchIds, type Search } from '../search/search-ids.ts';
import type { SearchTable } from '../search/search-table.ts';

export interface DatasetSearch extends Search {
  /** In any of these; empty: in all and in none. */
  readonly experimentIds: readonly string[];
}

export interface DatasetPage {
  readonly datasets: readonly EvaluationDataset[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

const TAGS = {
  from: 'evaluation_dataset_tags tag',
  join: 'tag.dataset_id = dataset.id',
  key: 'tag.key',
  value: 'tag.value',
  kind: 'text',
} as const;

/** What datasets can be searched by (mlflow/WIRE.md section 10). */
const TABLE: SearchTable = {
  from: 'evaluation_datasets dataset',
  id: 'dataset.id',
  attributes: {
    name: { sql: 'dataset.name', kind: 'text' },
    dataset_id: { sql: 'dataset.id', kind: 'text' },
    created_by: { sql: 'dataset.created_by', kind: 'text', isNullable: true },
    last_updated_by: { sql: 'dataset.last_updated_by', kind: 'text', isNullable: true },
    created_time: { sql: 'dataset.creation_time', kind: 'number' },
    last_update_time: { sql: 'dataset.last_update_time', kind: 'number' },
  },
  collections: { tags: TAGS, tag: TAGS },
  attributePrefixes: ['attribute', 'attributes', 'attr'],
  defaultOrder: ['created_time DESC'],
};

/** One page of datasets with their tags and experiments. Throws Rejected for a bad filter, order or token. */
export async function searchDatasets(
  manager: EntityManager,
  workspaceId: string,
  { experimentIds, ...search }: DatasetSearch,
): Promise<DatasetPage> {
  const known = experimentIds.map(parseExperimentId).filter((id) => id !== undefined);
  const { ids, ...rest } = await searchIds(manager, TABLE, search, {
    scope: (bind) => [
      `dataset.workspace_id = ${bind(workspaceId)}`,
      ...(experimentIds.length > 0
        ? [
            `EXISTS (SELECT 1 FROM evaluation_dataset_experiments link
             WHERE link.dataset_id = dataset.id AND link.experiment_id = ANY(${bind(known)}))`,
          ]
        : []),
    ],
    identity: experimentIds,
  });
  const loaded = await manager.find(EvaluationDataset, {
    where: { id: In([...ids]) },
    relations: { tags: true, experiments: true },
  });
  return { datasets: inOrderOf(ids, loaded, ({ id }) => id), ...rest };
}
