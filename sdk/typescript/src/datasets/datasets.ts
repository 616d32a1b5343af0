import { camel } from '../connection/camel.ts';
import type { Connection } from '../connection/connection.ts';
import { quote } from '../connection/filter-text.ts';
import { Listing } from '../connection/listing.ts';
import { NotFoundError } from '../connection/millrace-error.ts';
import { Traces } from '../search/traces.ts';
import { Dataset, type DatasetInfo } from './dataset.ts';
import { toExample } from './to-example.ts';

export interface DatasetOptions {
  /** Text to find it by. */
  readonly tags?: Readonly<Record<string, string>>;
  /** Experiments it is for; that of the settings unless given. */
  readonly experimentIds?: readonly string[];
}

export interface DatasetSearch {
  /** As `name ILIKE 'faq%' AND tags.team = 'a'`. */
  readonly filter?: string;
  /** Id of the experiment they are for; of any when absent. */
  readonly experimentId?: string;
  /** As `created_time DESC`. */
  readonly orderBy?: string;
}

const ID = /^d-[0-9a-f]{32}$/;

/** The data sets of a Millrace. */
export class Datasets {
  private readonly connection: Connection;
  private readonly traces: Traces;

  constructor(connection: Connection, traces = new Traces(connection)) {
    this.connection = connection;
    this.traces = traces;
  }

  /** Another one where there is one of that name: ids tell them apart. */
  async create(name: string, { tags = {}, experimentIds }: DatasetOptions = {}): Promise<Dataset> {
    const body = {
      name,
      tags,
      experiment_ids: [...(experimentIds ?? [await this.connection.experimentId()])],
    };
    return this.toDataset(camel(await this.connection.take((api) => api.POST('/api/v1/datasets', { body }))));
  }

  /** By name, the newest of those that have it, or by id. Throws NotFoundError. */
  async get(name: string): Promise<Dataset> {
    if (ID.test(name)) return this.byId(name);
    const search = { filter: `name = ${quote(name)}`, orderBy: 'created_time DESC' };
    const [found] = await this.search(search).first(1);
    if (found) return found;
    throw new NotFoundError(
      `There is no data set '${name}' in Millrace: createDataset makes one, searchDatasets lists them.`,
      { code: 'RESOURCE_DOES_NOT_EXIST' },
    );
  }

  search({ filter = '', experimentId, orderBy }: DatasetSearch = {}): Listing<Dataset> {
    return new Listing(async (page) => {
      const query = {
        ...page,
        filter,
        ...(experimentId !== undefined && { experiment_id: experimentId }),
        ...(orderBy !== undefined && { order_by: orderBy }),
      };
      const found = await this.connection.take((api) => api.GET('/api/v1/datasets', { params: { query } }));
      return {
        items: found.datasets.map((each) => this.toDataset(camel(each))),
        next: found.next_page_token,
      };
    });
  }

  private async byId(id: string): Promise<Dataset> {
    const params = { path: { id } };
    return this.toDataset(
      camel(await this.connection.take((api) => api.GET('/api/v1/datasets/{id}', { params }))),
    );
  }

  private toDataset(info: DatasetInfo): Dataset {
    return new Dataset(this.connection, info, async (traceId) =>
      toExample(await this.traces.example(traceId)),
    );
  }
}
