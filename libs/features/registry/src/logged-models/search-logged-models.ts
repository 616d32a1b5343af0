import type { EntityManager } from 'typeorm';
import { parseExperimentId } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { searchIds, type IdPage } from '../search/search-ids.ts';
import type { Bind, SearchCollection, SearchTable } from '../search/search-table.ts';

/** A dataset that metrics were measured on. */
export interface DatasetChoice {
  readonly name: string;
  /** Absent: any version of it. */
  readonly digest?: string | undefined;
}

export interface ModelOrder {
  /** An attribute, or `metrics.<key>`. */
  readonly field: string;
  readonly isDescending: boolean;
  /** Of a metric. */
  readonly dataset?: DatasetChoice | undefined;
}

export interface ModelSearch {
  readonly workspaceId: string;
  readonly experimentIds: readonly string[];
  readonly filter: string;
  /** Metrics are compared on these alone; none: on all. */
  readonly datasets: readonly DatasetChoice[];
  readonly orderBy: readonly ModelOrder[];
  readonly limit: number;
  readonly pageToken?: string | undefined;
}

const OF_MODEL = 'model_id = model.model_id';
const PARAMS = {
  from: 'logged_model_params param',
  join: `param.${OF_MODEL}`,
  key: 'param.key',
  value: 'param.value',
  kind: 'text',
} as const;
const TAGS = {
  from: 'logged_model_tags tag',
  join: `tag.${OF_MODEL}`,
  key: 'tag.key',
  value: 'tag.value',
  kind: 'text',
} as const;
/** The last point of a metric in a run on a dataset. */
const LATEST = `metric.${OF_MODEL} AND metric.model_id <> '' AND NOT EXISTS (
    SELECT 1 FROM metrics later WHERE later.model_id = metric.model_id AND later.model_id <> '' AND later.key = metric.key AND later.run_id = metric.run_id
      AND later.dataset_name = metric.dataset_name AND later.dataset_digest = metric.dataset_digest
      AND (later.step, later.timestamp, later.value) > (metric.step, metric.timestamp, metric.value))`;
const CREATED = { sql: 'model.creation_time', kind: 'number' } as const;
const UPDATED = { sql: 'model.last_update_time', kind: 'number' } as const;
const NEWEST_FIRST: ModelOrder = { field: 'creation_time', isDescending: true };

const ATTRIBUTES: SearchTable['attributes'] = {
  name: { sql: 'model.name', kind: 'text' },
  model_id: { sql: 'model.model_id', kind: 'text' },
  model_type: { sql: 'model.model_type', kind: 'text' },
  status: { sql: 'model.status', kind: 'text' },
  source_run_id: { sql: 'model.source_run_id', kind: 'text' },
  experiment_id: { sql: 'model.experiment_id', filterSql: 'model.experiment_id::text', kind: 'text' },
  creation_time: CREATED,
  creation_timestamp: CREATED,
  creation_timestamp_ms: CREATED,
  last_updated_time: UPDATED,
  last_updated_timestamp: UPDATED,
  last_updated_timestamp_ms: UPDATED,
};

/** One page of the ids of models that are not deleted. Throws Rejected for a bad filter, order or token. */
export function searchModelIds(manager: EntityManager, search: ModelSearch): Promise<IdPage> {
  const { workspaceId, filter, limit, pageToken, datasets, experimentIds } = search;
  const orders = search.orderBy.length === 0 ? [NEWEST_FIRST] : search.orderBy;
  const orderBy = orders.map(orderItem);
  const experiments = experimentIds.map(parseExperimentId).filter((id) => id !== undefined);
  return searchIds(
    manager,
    tableFor(datasets, orders),
    { filter, orderBy, limit, pageToken },
    {
      scope: (bind) => [
        `model.workspace_id = ${bind(workspaceId)}`,
        // Of one experiment the index has the order too.
        experiments.length === 1
          ? `model.experiment_id = ${bind(experiments[0])}`
          : `model.experiment_id = ANY(${bind(experiments)}::integer[])`,
        'NOT model.is_deleted',
      ],
      identity: [experimentIds, datasets, orders],
    },
  );
}

/** An order on a metric of one dataset has a collection of its own. */
function tableFor(datasets: readonly DatasetChoice[], orders: readonly ModelOrder[]): SearchTable {
  const metrics = metricsOn(datasets);
  const ordered = orders.flatMap(({ dataset }, index) =>
    dataset ? [[orderedPrefix(index), metricsOn([dataset])] as const] : [],
  );
  return {
    from: 'logged_models model',
    id: 'model.model_id',
    attributes: ATTRIBUTES,
    collections: {
      params: PARAMS,
      param: PARAMS,
      tags: TAGS,
      tag: TAGS,
      metrics,
      metric: metrics,
      ...Object.fromEntries(ordered),
    },
    attributePrefixes: ['attribute', 'attributes'],
    defaultOrder: ['creation_time DESC'],
  };
}

function metricsOn(datasets: readonly DatasetChoice[]): SearchCollection {
  return {
    from: 'metrics metric',
    join: (bind) => (datasets.length === 0 ? LATEST : `${LATEST} AND (${datasetsSql(datasets, bind)})`),
    key: 'metric.key',
    value: 'metric.value',
    kind: 'number',
  };
}

function datasetsSql(datasets: readonly DatasetChoice[], bind: Bind): string {
  return datasets
    .map(({ name, digest }) => {
      const isNamed = `metric.dataset_name = ${bind(name)}`;
      return digest === undefined
        ? `(${isNamed})`
        : `(${isNamed} AND metric.dataset_digest = ${bind(digest)})`;
    })
    .join(' OR ');
}

function orderItem({ field, isDescending, dataset }: ModelOrder, index: number): string {
  const [prefix = '', ...rest] = field.split('.');
  const isMetric = rest.length > 0 && /^metrics?$/i.test(prefix);
  if (rest.length > 0 && !isMetric) {
    throw new Rejected(`Invalid order by field name: ${field}. Order by an attribute or metrics.<key>.`);
  }
  if (dataset && !isMetric) throw new Rejected(`Only metrics are of a dataset, not '${field}'.`);
  const key = rest.join('.').replace(/^`(.*)`$/, '$1');
  const collection = dataset ? orderedPrefix(index) : 'metrics';
  return `${isMetric ? `${collection}.\`${key}\`` : field} ${isDescending ? 'DESC' : 'ASC'}`;
}

function orderedPrefix(index: number): string {
  return `metrics of order ${index}`;
}
