import type { SpanSearch, TraceSearch, WholeSearch } from '@millrace/ports';
import { SPAN_LIST_COLUMNS, TRACE_VIEW_COLUMNS } from '../analysts/analyst-views.ts';
import { filterSql } from './filter-sql.ts';
import { SPAN_BOUNDS } from './span-filter-sql.ts';
import { searchFilterSql } from './search-spans.ts';
import { trafficSql } from './traffic.ts';
import { traceOrderSql } from './search-traces.ts';
import { SqlParams } from './sql-params.ts';

/** Needs the values `from` and `to`, and those of SPAN_BOUNDS when its filter looks into spans, beside `params`. */
export interface TableStatement {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The rows of `table` that a search of all of them is about. */
export function rowsWithin(table: 'traces' | 'spans', time: 'request_time' | 'start_time'): string {
  return `${table} FINAL
  WHERE ${isWithin(time)}`;
}

/** The workspace, the experiments and the time of a search. */
export function isWithin(time: 'request_time' | 'start_time'): string {
  return `workspace_id = {workspace:String} AND experiment_id IN {experiments:Array(UInt32)}
    AND ${time} >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')
    AND ${time} < fromUnixTimestamp64Nano({to:Int64}, 'UTC')`;
}

/** Traces with the columns of the view of analysts: the first of an order, or all in none. */
export function traceTable(
  search: WholeSearch<TraceSearch>,
  payloadKeys: ReadonlySet<string>,
): TableStatement {
  const params = new SqlParams();
  return {
    sql: `
SELECT ${TRACE_VIEW_COLUMNS}
FROM (
  SELECT * FROM ${foundTraces(search, payloadKeys, params)}
  ${firstSql(search.limit, () => traceOrderSql(search.order, params), params)}) AS t`,
    params: { ...params.values, ...scopeOf(search) },
  };
}

/** All spans without payloads of the traces that a search of all of them finds; needs the values of SPAN_BOUNDS. */
export function spanTableOfTraces(
  search: WholeSearch<TraceSearch>,
  payloadKeys: ReadonlySet<string>,
): TableStatement {
  const params = new SqlParams();
  return {
    sql: `
SELECT ${SPAN_LIST_COLUMNS}
FROM (
  SELECT * FROM spans FINAL
  WHERE ${SPAN_BOUNDS} AND trace_id IN (SELECT trace_id FROM ${foundTraces(search, payloadKeys, params)})) AS t`,
    params: { ...params.values, ...scopeOf(search) },
  };
}

function foundTraces(
  search: WholeSearch<TraceSearch>,
  payloadKeys: ReadonlySet<string>,
  params: SqlParams,
): string {
  const filter = search.filter ? filterSql(search.filter, { params, payloadKeys }) : '1';
  return `${rowsWithin('traces', 'request_time')}
    AND ${trafficSql(search)}
    AND ${filter}`;
}

/** Spans without payloads: the newest, or all in no order. */
export function spanTable(search: WholeSearch<SpanSearch>, payloadKeys: ReadonlySet<string>): TableStatement {
  const params = new SqlParams();
  const filter = search.filter ? searchFilterSql(search.filter, { params, payloadKeys }) : '1';
  return {
    sql: `
SELECT ${SPAN_LIST_COLUMNS}
FROM (
  SELECT * FROM ${rowsWithin('spans', 'start_time')}
    AND ${filter}
  ${firstSql(search.limit, () => 'start_time DESC, trace_id, span_id', params)}) AS t`,
    params: { ...params.values, ...scopeOf(search) },
  };
}

/** Only the first few of an order can be sorted within the memory of a query: wide rows of millions of traces can't. */
function firstSql(limit: number | undefined, order: () => string, params: SqlParams): string {
  return limit === undefined ? '' : `ORDER BY ${order()} ${limitSql(limit, params)}`;
}

export function limitSql(limit: number | undefined, params: SqlParams): string {
  return limit === undefined ? '' : `LIMIT ${params.bind('UInt64', limit)}`;
}

export function scopeOf(search: { readonly workspaceId: string; readonly experimentIds: readonly number[] }) {
  return { workspace: search.workspaceId, experiments: search.experimentIds };
}
