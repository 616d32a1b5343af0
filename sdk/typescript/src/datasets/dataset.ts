import type { JsonValue } from '@millrace/domain';
import type { components, operations } from '@millrace/api-client';
import type { Camel } from '../connection/camel.ts';
import type { Connection } from '../connection/connection.ts';
import { Listing } from '../connection/listing.ts';

export type DatasetInfo = Camel<components['schemas']['Dataset']>;
type JsonObject = Readonly<Record<string, JsonValue>>;

/** A record as it is given: its inputs say which one it is. */
export interface NewRecord {
  readonly inputs: object;
  readonly outputs?: unknown;
  readonly expectations?: object;
  readonly tags?: object;
  /** Where it comes from, in MLflow's words: `{ source_type: 'TRACE', source_data: { trace_id } }`. */
  readonly source?: object;
}

/** A record as it is kept. */
export interface DatasetRecord {
  readonly recordId: string;
  readonly inputs: JsonObject;
  readonly outputs?: JsonValue;
  readonly expectations?: JsonObject;
  readonly tags?: JsonObject;
  readonly source?: JsonObject;
  readonly creationTime: Date;
  readonly lastUpdateTime: Date;
}

export interface MergedRecords {
  readonly inserted: number;
  /** Those whose inputs were known. */
  readonly updated: number;
}

/** Reads what a trace asked and answered. */
export type ReadExample = (traceId: string) => Promise<NewRecord>;

/** More are sent in several requests, each of which is merged whole or not at all. */
const RECORDS_AT_ONCE = 1_000;
const PAGE = 1_000;

/** A data set to evaluate on, as it was when it was asked for. */
export class Dataset {
  readonly info: DatasetInfo;
  private readonly connection: Connection;
  private readonly readExample: ReadExample;

  constructor(connection: Connection, info: DatasetInfo, readExample: ReadExample) {
    this.connection = connection;
    this.info = info;
    this.readExample = readExample;
  }

  get id(): string {
    return this.info.datasetId;
  }

  get name(): string {
    return this.info.name;
  }

  /** In the order they came, page by page as they are read. */
  records(): Listing<DatasetRecord> {
    return new Listing(async (page) => {
      const params = { path: { id: this.id }, query: page };
      const found = await this.connection.take((api) => api.GET('/api/v1/datasets/{id}/records', { params }));
      return { items: found.records.map(toRecord), next: found.next_page_token };
    }, PAGE);
  }

  /** Adds records, or adds to those with the same inputs: expectations and tags by key, outputs replaced. */
  async mergeRecords(records: readonly NewRecord[]): Promise<MergedRecords> {
    let [inserted, updated] = [0, 0];
    for (let at = 0; at < records.length; at += RECORDS_AT_ONCE) {
      const body = { records: records.slice(at, at + RECORDS_AT_ONCE) as never[] };
      const params = { path: { id: this.id } };
      const merged = await this.connection.take((api) =>
        api.POST('/api/v1/datasets/{id}/records', { params, body }),
      );
      inserted += merged.inserted;
      updated += merged.updated;
    }
    return { inserted, updated };
  }

  /**
   * Records of what traces were asked and answered, with the expectations that were told of them. Throws InvalidRequestError for
   * a trace whose inputs are no object.
   */
  async mergeTraces(traces: readonly (string | { readonly traceId: string })[]): Promise<MergedRecords> {
    const records: NewRecord[] = [];
    for (const trace of traces)
      records.push(await this.readExample(typeof trace === 'string' ? trace : trace.traceId));
    return this.mergeRecords(records);
  }

  /** How many there were of those. */
  async deleteRecords(records: readonly (string | DatasetRecord)[]): Promise<number> {
    const ids = records.map((record) => (typeof record === 'string' ? record : record.recordId));
    const params = { path: { id: this.id } };
    const body = { record_ids: ids };
    const { deleted } = await this.connection.take((api) =>
      api.POST('/api/v1/datasets/{id}/records/delete', { params, body }),
    );
    return deleted;
  }

  /** With all its records. */
  async delete(): Promise<void> {
    const params = { path: { id: this.id } };
    await this.connection.take((api) => api.DELETE('/api/v1/datasets/{id}', { params }));
  }
}

type SaidRecord =
  operations['listDatasetRecords']['responses'][200]['content']['application/json']['records'][number];

function toRecord(said: SaidRecord): DatasetRecord {
  const { outputs, expectations, tags, source } = said;
  return {
    recordId: said.dataset_record_id,
    inputs: said.inputs as JsonObject,
    ...(outputs !== undefined && { outputs: outputs as JsonValue }),
    ...(expectations && { expectations: expectations as JsonObject }),
    ...(tags && { tags: tags as JsonObject }),
    ...(source && { source: source as JsonObject }),
    creationTime: new Date(said.created_time),
    lastUpdateTime: new Date(said.last_update_time),
  };
}
