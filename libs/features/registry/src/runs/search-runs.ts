import type { EntityManager } from 'typeorm';
import { parseExperimentId, type LifecycleStage } from '@millrace/access';
import type { RunDetails } from '@millrace/runs';
import { searchIds, type Search } from '../search/search-ids.ts';
import type { Bind, SearchTable } from '../search/search-table.ts';
import { loadRuns } from './load-runs.ts';

export interface RunSearch extends Search {
  readonly experimentIds: readonly string[];
  readonly stages: readonly LifecycleStage[];
}

export interface RunPage {
  readonly runs: readonly RunDetails[];
  /** Absent on the last page. */
  readonly nextPageToken?: string;
}

const METRICS = {
  from: 'latest_metrics metric',
  join: 'metric.run_id = run.run_id AND metric.experiment_id = run.experiment_id',
  key: 'metric.key',
  owner: { id: 'metric.run_id', partition: 'metric.experiment_id' },
  value: 'metric.value',
  kind: 'number',
  isIndexed: true,
} as const;
const PARAMS = {
  from: 'run_params param',
  join: 'param.run_id = run.run_id AND param.experiment_id = run.experiment_id',
  key: 'param.key',
  owner: { id: 'param.run_id', partition: 'param.experiment_id' },
  value: 'param.value',
  kind: 'text',
  indexedCharacters: 100,
} as const;
const TAGS = {
  from: 'run_tags tag',
  join: 'tag.run_id = run.run_id AND tag.experiment_id = run.experiment_id',
  key: 'tag.key',
  owner: { id: 'tag.run_id', partition: 'tag.experiment_id' },
  value: 'tag.value',
  kind: 'text',
  indexedCharacters: 100,
} as const;
const DATASETS = {
  from: 'run_dataset_inputs input JOIN input_datasets dataset ON dataset.id = input.dataset_id',
  join: 'input.run_id = run.run_id',
  attributes: { name: 'dataset.name', digest: 'dataset.digest', context: 'input.context' },
} as const;
const START_TIME = { sql: 'run.start_time', kind: 'number' } as const;
const NAME = { sql: 'run.run_name', kind: 'text' } as const;

/** What runs can be searched by (mlflow/WIRE.md section 4), in every spelling of the client. */
const TABLE: SearchTable = {
  from: 'runs run',
  id: 'run.run_id',
  attributes: {
    run_id: { sql: 'run.run_id', kind: 'text' },
    run_name: NAME,
    status: { sql: 'run.status', kind: 'text' },
    user_id: { sql: 'run.user_id', kind: 'text' },
    artifact_uri: { sql: 'run.artifact_uri', kind: 'text' },
    start_time: START_TIME,
    end_time: { sql: 'run.end_time', kind: 'number', isNullable: true },
    created: START_TIME,
    Created: START_TIME,
    'run name': NAME,
    'Run name': NAME,
    'Run Name': NAME,
  },
  collections: {
    metrics: METRICS,
    metric: METRICS,
    params: PARAMS,
    param: PARAMS,
    parameters: PARAMS,
    parameter: PARAMS,
    tags: TAGS,
    tag: TAGS,
  },
  relations: { datasets: DATASETS, dataset: DATASETS },
  attributePrefixes: ['attribute', 'attributes', 'attr', 'run'],
  defaultOrder: ['start_time DESC'],
};

/** One page of runs with all that was logged to them. Throws Rejected for a bad filter, order or token. */
export async function searchRuns(
  manager: EntityManager,
  workspaceId: string,
  { experimentIds, stages, ...search }: RunSearch,
): Promise<RunPage> {
  const places = await findExperiments(manager, workspaceId, experimentIds);
  const page = await searchIds(manager, TABLE, search, {
    scope: (bind) => [stageCondition(places, stages, bind)],
    identity: [experimentIds, stages],
    partitions: places.map(({ id }) => id),
  });
  const { ids, ...rest } = page;
  return { runs: await loadRuns(manager, workspaceId, ids), ...rest };
}

interface ExperimentStage {
  readonly id: number;
  readonly stage: LifecycleStage;
}

async function findExperiments(
  manager: EntityManager,
  workspaceId: string,
  experimentIds: readonly string[],
): Promise<ExperimentStage[]> {
  const ids = experimentIds.map(parseExperimentId).filter((id) => id !== undefined);
  return manager.query<ExperimentStage[]>(
    'SELECT id, lifecycle_stage AS stage FROM experiments WHERE workspace_id = $1 AND id = ANY($2)',
    [workspaceId, ids],
  );
}

/** A run of a deleted experiment is deleted, whatever its own stage: deleting an experiment touches no run. */
function stageCondition(
  experiments: readonly ExperimentStage[],
  stages: readonly LifecycleStage[],
  bind: Bind,
): string {
  const idsOf = (stage: LifecycleStage): number[] =>
    experiments.filter((experiment) => experiment.stage === stage).map(({ id }) => id);
  const alternatives = [
    ...inExperiments(idsOf('active'), stages.length === 2 ? undefined : stages[0], bind),
    ...(stages.includes('deleted') ? inExperiments(idsOf('deleted'), undefined, bind) : []),
  ];
  return alternatives.length === 0 ? 'false' : `(${alternatives.join(' OR ')})`;
}

/** One experiment as an equality, so that an index in the order of the search begins there. */
function inExperiments(ids: readonly number[], stage: LifecycleStage | undefined, bind: Bind): string[] {
  if (ids.length === 0) return [];
  const chosen = ids.length === 1 ? `= ${bind(ids[0])}` : `= ANY(${bind(ids)})`;
  const condition = `run.experiment_id ${chosen}`;
  return [stage === undefined ? condition : `${condition} AND run.lifecycle_stage = ${bind(stage)}`];
}
