import { Readable } from 'node:stream';
import { finished } from 'node:stream/promises';
import { ClickHouseLogLevel, createClient, type ClickHouseSettings } from '@clickhouse/client';
import { onAllReplicas, clusterStatement } from '../cluster/cluster-statement.ts';
import { CLUSTER_COMMANDS, CLUSTER_READS, CLUSTER_WRITES } from '../cluster/cluster-settings.ts';
import { waitForTurn } from '../cluster/wait-for-turn.ts';
import type { NativeColumns } from '../native/native-block.ts';
import { nativeBlock } from '../native/native-block.ts';
import { answerInTime } from './answer-in-time.ts';
import { QUERIES_AT_ONCE, QuerySlots } from './query-slots.ts';
import { insertError, queryError } from './port-errors.ts';
import { expectRows, expectWholeStream, WHOLE_ANSWER } from './whole-answer.ts';

/** Values for the `{name:Type}` places of a statement; they never become part of its text. */
export type QueryParams = Readonly<Record<string, unknown>>;

export interface ConnectionOptions {
  readonly queriesAtOnce?: number;
  /** The replicated cluster that the URL leads to; absent: one server. */
  readonly cluster?: string | undefined;
  /** How long an insert may go without an answer before its connection is given up. */
  readonly insertAnswerMs?: number;
}

const REQUEST_TIMEOUT_MS = 120_000;
/** Much longer than an insert of ours takes: one that is given up is made again from the beginning. */
const INSERT_ANSWER_MS = 60_000;
/** What an answer may take beside the query itself, which the engine ends when its time is over. */
const ANSWER_SPARE_MS = 5_000;
const LONGEST_READ_SECONDS = 30;
/** How long a replicated cluster is asked again that has a moment's reason to refuse. */
const INSERT_PATIENCE_MS = 30_000;
const READ_PATIENCE_MS = 2_000;
/** More than queries at once: what is inserted never waits for them. */
const SPARE_CONNECTIONS = 8;
const INSERT_SETTINGS: ClickHouseSettings = {
  async_insert: 0,
  insert_deduplicate: 0,
  // A late export may touch many weeks; the engine otherwise refuses over 100 partitions at once.
  max_partitions_per_insert_block: '0',
  // One insert, one part for each partition: never split by the engine's own block size.
  max_insert_block_size: '1048576',
  wait_end_of_query: 1,
};
const READ_SETTINGS: ClickHouseSettings = {
  readonly: '2',
  cancel_http_readonly_queries_on_client_close: 1,
  max_execution_time: LONGEST_READ_SECONDS,
  max_memory_usage: String(400 * 1024 * 1024),
  do_not_merge_across_partitions_select_final: 1,
  // Compiling an expression takes 10 ms and more, longer than most of these queries.
  compile_expressions: 0,
  compile_aggregate_expressions: 0,
  compile_sort_description: 0,
  output_format_json_quote_64bit_integers: 1,
  output_format_json_quote_denormals: 1,
  ...WHOLE_ANSWER,
};

/** One ClickHouse, by URL; of a replicated cluster any request may reach any replica. Errors come out as Unavailable or Rejected; Throttled where a workspace asks too much at once. */
export class ClickHouseConnection {
  private readonly client;

  /** Shared with whoever else asks this engine for workspaces. */
  readonly slots: QuerySlots;
  readonly cluster: string | undefined;
  private readonly insertSettings: ClickHouseSettings;
  private readonly readSettings: ClickHouseSettings;
  private readonly commandSettings: ClickHouseSettings;
  private readonly insertAnswerMs: number;

  constructor(
    readonly url: string,
    { queriesAtOnce = QUERIES_AT_ONCE, cluster, insertAnswerMs = INSERT_ANSWER_MS }: ConnectionOptions = {},
  ) {
    this.insertAnswerMs = insertAnswerMs;
    this.cluster = cluster;
    const isCluster = cluster !== undefined;
    this.insertSettings = { ...INSERT_SETTINGS, ...(isCluster && CLUSTER_WRITES) };
    this.readSettings = { ...READ_SETTINGS, ...(isCluster && CLUSTER_READS) };
    this.commandSettings = { wait_end_of_query: 1, ...(isCluster && CLUSTER_COMMANDS) };
    this.slots = new QuerySlots(queriesAtOnce);
    this.client = createClient({
      url,
      application: 'millrace',
      max_open_connections: queriesAtOnce + SPARE_CONNECTIONS,
      request_timeout: REQUEST_TIMEOUT_MS,
      use_multipart_params_auto: true,
      log: { level: ClickHouseLogLevel.OFF },
    });
  }

  /** Durable on return. The columns may be inserted again after Unavailable. */
  async insert(table: string, columns: NativeColumns, rowCount: number): Promise<void> {
    if (rowCount === 0) return;
    const names = Object.keys(columns).join(', ');
    try {
      const insert = async (signal: AbortSignal): Promise<void> => {
        const { stream } = await this.client.exec({
          query: `INSERT INTO ${table} (${names}) FORMAT Native`,
          values: Readable.from(nativeBlock(columns, rowCount), { objectMode: false }),
          clickhouse_settings: this.insertSettings,
          abort_signal: signal,
        });
        // Nothing comes back, but the socket is free again only once that was read.
        await finished(stream.resume());
      };
      await waitForTurn(() => answerInTime(this.insertAnswerMs, insert), INSERT_PATIENCE_MS);
    } catch (error) {
      throw insertError(error);
    }
  }

  /** Rows as objects by column name; 64-bit integers come as decimal strings. */
  select<Row>(query: string, params: QueryParams = {}, settings: ClickHouseSettings = {}): Promise<Row[]> {
    return this.ask(async (signal) => {
      const result = await this.client.query({
        query,
        query_params: { ...params },
        format: 'JSONEachRow',
        clickhouse_settings: { ...this.readSettings, ...settings },
        abort_signal: signal,
      });
      const rows = await result.json<Row>();
      expectRows(rows.length, result.response_headers);
      return rows;
    }, settings);
  }

  /** Columns as lists by column name; many rows of few columns cost a fraction of what objects do. */
  selectColumns<Columns>(query: string, params: QueryParams): Promise<Columns> {
    return this.ask(async (signal) => {
      const result = await this.client.query({
        query,
        query_params: { ...params },
        format: 'JSONColumnsWithMetadata',
        clickhouse_settings: this.readSettings,
        abort_signal: signal,
      });
      const { data, rows } = await result.json<Columns>();
      expectRows(rows ?? 0, result.response_headers);
      return data as Columns;
    });
  }

  /** The bytes of a query that names its FORMAT; ends the query when they are not taken to the end. */
  async stream(query: string, params: QueryParams, settings: ClickHouseSettings): Promise<Readable> {
    return (await this.execute(query, params, settings)).stream;
  }

  /** The same with the number of rows, which the engine tells first: it has the whole result by then. */
  async countedStream(
    query: string,
    params: QueryParams,
    settings: ClickHouseSettings,
  ): Promise<{ readonly rowCount: number; readonly bytes: Readable }> {
    const { stream, summary } = await this.execute(query, params, settings);
    if (summary) return { rowCount: Number(summary.result_rows), bytes: stream };
    stream.destroy();
    throw new Error(
      'ClickHouse did not say how many rows a query has: is a proxy in front of it that drops X-ClickHouse-Summary?',
    );
  }

  /** A statement that changes the schema, or who may read it: on every replica. */
  async alterSchema(statement: string, params: QueryParams = {}): Promise<void> {
    await this.command(
      this.cluster === undefined ? statement : clusterStatement(statement, this.cluster),
      params,
    );
  }

  get database(): string {
    return decodeURIComponent(new URL(this.url).pathname.slice(1)) || 'default';
  }

  /** What stands for a system table in a query that asks every replica. */
  onAllReplicas(table: string): string {
    return onAllReplicas(table, this.cluster);
  }

  /** A statement that changes rows. */
  async command(query: string, params: QueryParams = {}): Promise<void> {
    try {
      await waitForTurn(
        () =>
          this.client.command({
            query,
            query_params: { ...params },
            clickhouse_settings: this.commandSettings,
          }),
        INSERT_PATIENCE_MS,
      );
    } catch (error) {
      throw queryError(error);
    }
  }

  private execute(query: string, params: QueryParams, settings: ClickHouseSettings) {
    return this.ask(async (signal) => {
      const { stream, summary } = await this.client.exec({
        query,
        query_params: { ...params },
        clickhouse_settings: { ...this.readSettings, ...settings },
        abort_signal: signal,
      });
      return { stream: expectWholeStream(stream), summary };
    }, settings);
  }

  private ask<Result>(
    query: (signal: AbortSignal) => Promise<Result>,
    { max_execution_time: seconds = LONGEST_READ_SECONDS }: ClickHouseSettings = {},
  ): Promise<Result> {
    const answerMs = seconds * 1000 + ANSWER_SPARE_MS;
    return this.slots.run(async () => {
      try {
        return await waitForTurn(() => answerInTime(answerMs, query), READ_PATIENCE_MS);
      } catch (error) {
        throw queryError(error);
      }
    });
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    await this.client.close();
  }
}
