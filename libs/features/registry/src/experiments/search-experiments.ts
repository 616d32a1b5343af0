import { In, type EntityManager } from 'typeorm';
import { Experiment, type LifecycleStage } from '@millrace/access';
import { inOrderOf, searchIds, type Search } from '../search/search-ids.ts';
import type { SearchTable } from '../search/search-table.ts';

export interface ExperimentSearch extends Search {
  readonly stages: readonly LifecycleStage[];
}

export interface ExperimentPage {
  readonly experiments: readonly Experiment[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

const TAGS = {
  from: 'experiment_tags tag',
  join: 'tag.experiment_id = experiment.id',
  key: 'tag.key',
  value: 'tag.value',
  kind: 'text',
} as const;

/** What experiments can be searched by (mlflow/WIRE.md section 3). */
const TABLE: SearchTable = {
  from: 'experiments experiment',
  id: 'experiment.id',
  attributes: {
    name: { sql: 'experiment.name', kind: 'text' },
    experiment_id: { sql: 'experiment.id', filterSql: 'experiment.id::text', kind: 'text' },
    creation_time: { sql: 'experiment.creation_time', kind: 'number' },
    last_update_time: { sql: 'experiment.last_update_time', kind: 'number' },
  },
  collections: { tags: TAGS, tag: TAGS },
  attributePrefixes: ['attribute', 'attributes', 'attr'],
  defaultOrder: ['creation_time DESC'],
};

/** One page of experiments with their tags. Throws Rejected for a bad filter, order or token. */
export async function searchExperiments(
  manager: EntityManager,
  workspaceId: string,
  { stages, ...search }: ExperimentSearch,
): Promise<ExperimentPage> {
  const { ids, ...rest } = await searchIds(manager, TABLE, search, {
    scope: (bind) => [
      `experiment.workspace_id = ${bind(workspaceId)}`,
      `experiment.lifecycle_stage = ANY(${bind(stages)})`,
    ],
    identity: stages,
  });
  const loaded = await manager.find(Experiment, {
    where: { id: In(ids.map(Number)) },
    relations: { tags: true },
  });
  return { experiments: inOrderOf(ids, loaded, ({ id }) => String(id)), ...rest };
}
