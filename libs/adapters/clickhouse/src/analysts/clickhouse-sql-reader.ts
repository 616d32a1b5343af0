import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import { ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { SqlReader, type ResultFormat, type SqlQuestion } from '@millrace/ports';
import { QUERIES_AT_ONCE, QuerySlots } from '../connection/query-slots.ts';
import { expectWholeStream, WHOLE_ANSWER } from '../connection/whole-answer.ts';
import { analystAccessOf, workspaceQueryId } from './analyst-access.ts';
import { MAX_RESULT_ROWS, READ_ALL } from './analyst-settings.ts';
import { checkQuery } from './check-query.ts';
import { isFaultOfQuery, isPerhapsNotPrepared, notPrepared, sqlError } from './sql-errors.ts';

/** What ClickHouse calls the formats; it writes them all itself. */
export const FORMAT_NAMES: Readonly<Record<ResultFormat, string>> = {
  json: 'JSON',
  ndjson: 'JSONEachRow',
  csv: 'CSVWithNames',
  arrow: 'ArrowStream',
  parquet: 'Parquet',
};

/** More than a query may take. */
const REQUEST_TIMEOUT_MS = 45_000;
const CONNECTIONS = 8;
const CANONICAL = 'SELECT formatQuerySingleLine({query:String}) AS canonical';
const PROBE = 'SELECT (SELECT count() FROM traces LIMIT 0) AS a';

/** Runs analysts' queries as a user of ClickHouse that can read the views, of the workspace in the query's id, and nothing else. */
export class ClickHouseSqlReader extends SqlReader {
  private readonly client;

  constructor(
    url: string,
    private readonly slots = new QuerySlots(QUERIES_AT_ONCE),
  ) {
    super();
    const access = analystAccessOf(url);
    const address = new URL(url);
    address.username = access.analyst;
    address.password = access.analystPassword;
    address.pathname = `/${access.database}`;
    this.client = createClient({
      url: address.href,
      application: 'millrace-sql',
      max_open_connections: CONNECTIONS,
      request_timeout: REQUEST_TIMEOUT_MS,
      use_multipart_params_auto: true,
      log: { level: ClickHouseLogLevel.OFF },
    });
  }

  override read(question: SqlQuestion): Promise<Readable> {
    return this.slots.run(() => this.answer(question));
  }

  private async answer(question: SqlQuestion): Promise<Readable> {
    try {
      const canonical = await this.parse(question.query);
      checkQuery(canonical);
      return await this.run(canonical, question, {}).catch((error: unknown) => {
        if (!isFaultOfQuery(error)) throw error;
        return this.run(canonical, question, READ_ALL);
      });
    } catch (error) {
      if (isPerhapsNotPrepared(error)) await this.probe();
      throw sqlError(error, question.query);
    }
  }

  /** Safe to call twice. */
  async close(): Promise<void> {
    await this.client.close();
  }

  private async run(
    canonical: string,
    question: SqlQuestion,
    settings: Readonly<Record<string, number>>,
  ): Promise<Readable> {
    const { stream } = await this.client.exec({
      query: `${canonical} FORMAT ${FORMAT_NAMES[question.format]}`,
      query_params: question.parameters,
      query_id: workspaceQueryId(randomUUID(), question.workspaceId),
      clickhouse_settings: {
        ...WHOLE_ANSWER,
        limit: String(Math.min(question.maxRows, MAX_RESULT_ROWS)),
        ...settings,
      },
    });
    return expectWholeStream(stream);
  }

  /** The query as the engine itself would write it. */
  private async parse(query: string): Promise<string> {
    const result = await this.client.query({
      query: CANONICAL,
      query_params: { query },
      format: 'JSONEachRow',
    });
    const [row] = await result.json<{ canonical: string }>();
    return row?.canonical ?? '';
  }

  private async probe(): Promise<void> {
    try {
      await (await this.client.query({ query: PROBE, format: 'JSONEachRow' })).text();
    } catch (error) {
      if (isPerhapsNotPrepared(error)) throw notPrepared(error);
    }
  }
}
