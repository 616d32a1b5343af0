import type { TraceRow } from '@millrace/domain';
import type { TracePage, TraceSearch } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { compileFilter } from '../queries/compile-filter.ts';
import { decodePageToken, encodePageToken, searchMark } from '../queries/page-token.ts';
import { QueryParameters } from '../queries/query-parameters.ts';
import { afterValues, isNewestFirst, orderTerms, type OrderTerm } from '../queries/trace-order.ts';
import { TRACE_COLUMNS, readTraceRow, type TraceColumns } from './trace-columns.ts';

const HOUR_S = 3600;
/** Windows that are tried, newest first, until one holds a page; hours. The last one has no bound. */
const WINDOWS_H = [1, 6, 24, 7 * 24, 30 * 24, undefined];

interface KeyRow {
  readonly trace: string;
  readonly experiment_id: number;
  readonly hour: number;
  readonly order_values: readonly string[];
}

/** Keys first, from narrow columns in a widening window; then all columns for the keys of the page. */
export async function searchTraces(
  connection: ClickHouseConnection,
  search: TraceSearch,
): Promise<TracePage> {
  if (search.experimentIds.length === 0) return { traces: [] };
  const mark = searchMark({ ...search, after: '', limit: 0 });
  const keys = await findKeys(connection, search, mark);
  const page = keys.slice(0, search.limit);
  const traces = await readPage(connection, page);
  const last = page.at(-1);
  return keys.length > search.limit && last
    ? { traces, next: encodePageToken(mark, last.order_values) }
    : { traces };
}

async function findKeys(
  connection: ClickHouseConnection,
  search: TraceSearch,
  mark: string,
): Promise<KeyRow[]> {
  if (!isNewestFirst(search.order)) return selectKeys(connection, search, mark, undefined);
  const newest = await newestHour(connection, search);
  if (newest === undefined) return [];
  for (const hours of WINDOWS_H) {
    const from = hours === undefined ? undefined : newest - (hours - 1) * HOUR_S;
    const keys = await selectKeys(connection, search, mark, from);
    if (keys.length > search.limit || from === undefined || reaches(search, from)) return keys;
  }
  return [];
}

/** The window holds all that the search asks for. */
function reaches({ fromUnixNano }: TraceSearch, fromHour: number): boolean {
  return fromUnixNano !== undefined && fromUnixNano >= BigInt(fromHour) * 1_000_000_000n;
}

/** The last hour in which the experiments have a row, seconds since the epoch; read from the end of the sorting key. */
async function newestHour(
  connection: ClickHouseConnection,
  search: TraceSearch,
): Promise<number | undefined> {
  const parameters = new QueryParameters();
  const until = timeBounds(search, parameters, undefined);
  const selects = search.experimentIds.map(
    (id) =>
      `(SELECT toUInt32(toStartOfHour(request_time)) AS hour FROM traces WHERE experiment_id = ${parameters.bind(id, 'UInt32')}${until}
        ORDER BY experiment_id DESC, toStartOfHour(request_time) DESC LIMIT 1)`,
  );
  const [row] = await connection.select<{ hour: number }>(
    `SELECT hour FROM (${selects.join(' UNION ALL ')}) ORDER BY hour DESC LIMIT 1`,
    parameters.values,
    { optimize_read_in_order: 1 },
  );
  return row?.hour;
}

/** Bounds on the hour too, which is part of the sorting key and the same in every version of a row at its place. */
function timeBounds(
  { fromUnixNano, toUnixNano }: TraceSearch,
  parameters: QueryParameters,
  fromHour: number | undefined,
): string {
  const time = (nanos: bigint): string =>
    `fromUnixTimestamp64Nano(toInt64(${parameters.bind(nanos, 'Int64')}), 'UTC')`;
  return [
    fromUnixNano === undefined ? '' : ` AND request_time >= ${time(fromUnixNano)}`,
    toUnixNano === undefined ? '' : ` AND request_time < ${time(toUnixNano)}`,
    fromHour === undefined
      ? ''
      : ` AND toStartOfHour(request_time) >= toDateTime(${parameters.bind(fromHour, 'UInt32')}, 'UTC')`,
  ].join('');
}

async function selectKeys(
  connection: ClickHouseConnection,
  search: TraceSearch,
  mark: string,
  fromHour: number | undefined,
): Promise<KeyRow[]> {
  const parameters = new QueryParameters();
  const terms = orderTerms(search.order, parameters);
  const conditions = [
    `experiment_id IN ${parameters.bind(search.experimentIds, 'Array(UInt32)')}`,
    `workspace_id = ${parameters.bind(search.workspaceId, 'String')}`,
  ];
  if (search.filter)
    conditions.push(compileFilter(search.filter, { parameters, spanScope: spanScope(search, parameters) }));
  if (search.after !== undefined)
    conditions.push(afterValues(terms, decodePageToken(search.after, mark, terms.length), parameters));
  const rows = await connection.select<KeyRow>(
    `SELECT lower(hex(trace_id)) AS trace, experiment_id, toUInt32(toStartOfHour(request_time)) AS hour,
       [${terms.map(({ sql }) => `toString(${sql})`).join(', ')}] AS order_values
     FROM traces FINAL
     WHERE ${conditions.join(' AND ')}${timeBounds(search, parameters, fromHour)}
     ORDER BY ${terms.map(orderClause).join(', ')}
     LIMIT ${parameters.bind(search.limit + 1, 'UInt32')}`,
    parameters.values,
  );
  return rows;
}

function orderClause({ sql, isDescending }: OrderTerm): string {
  return `${sql} ${isDescending ? 'DESC' : 'ASC'}`;
}

/** Spans of a trace may stand in other experiments than its root, and start days before or after the bounds; the trace is what is bounded. */
function spanScope({ workspaceId }: TraceSearch, parameters: QueryParameters): string {
  return `workspace_id = ${parameters.bind(workspaceId, 'String')}`;
}

async function readPage(connection: ClickHouseConnection, keys: readonly KeyRow[]): Promise<TraceRow[]> {
  if (keys.length === 0) return [];
  const parameters = new QueryParameters();
  const rows = await connection.select<TraceColumns>(
    `SELECT ${TRACE_COLUMNS} FROM traces FINAL
     WHERE experiment_id IN ${parameters.bind([...new Set(keys.map((key) => key.experiment_id))], 'Array(UInt32)')}
       AND toStartOfHour(request_time) IN (SELECT toDateTime(arrayJoin(${parameters.bind([...new Set(keys.map((key) => key.hour))], 'Array(UInt32)')}), 'UTC'))
       AND trace_id IN (SELECT toFixedString(unhex(arrayJoin(${parameters.bind(
         keys.map((key) => key.trace),
         'Array(String)',
       )})), 16))`,
    parameters.values,
  );
  const byId = new Map(rows.map((row) => [row.trace, readTraceRow(row)]));
  return keys.flatMap(({ trace }) => byId.get(trace) ?? []);
}
