import type { TraceSearch } from '@millrace/ports';
import type { PagePosition } from '../reading/page-token.ts';
import { filterSql } from './filter-sql.ts';
import { SPAN_BOUNDS } from './span-filter-sql.ts';
import { SqlParams } from './sql-params.ts';
import { orderTerm, type OrderTerm } from './trace-fields.ts';
import { trafficSql } from './traffic.ts';

/** One of the values that decide the order; a term that may be absent has two. */
interface SortKey {
  readonly sql: string;
  readonly type: string;
  readonly isDescending: boolean;
}

/** A search to be asked of one window of time after the other. */
export interface SearchStatement {
  /** Needs `from` and `to`, and if the filter uses spans the bounds of SPAN_BOUNDS, beside `params`. */
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** Types of the values that a page token has for this order. */
export function sortTypes(search: TraceSearch): string[] {
  return sortKeys(search, new SqlParams()).map(({ type }) => type);
}

/**
 * Keys of the traces of one page: narrow columns only. FINAL, because everything else filtered on may have changed; the
 * bounds on experiment and time keep it small and may be applied before it, because a trace that moves leaves a withdrawn row.
 */
export function searchStatement(
  search: TraceSearch,
  after: PagePosition | undefined,
  payloadKeys: ReadonlySet<string>,
): SearchStatement {
  const params = new SqlParams();
  const keys = sortKeys(search, params);
  const filter = search.filter ? filterSql(search.filter, { params, payloadKeys }) : '1';
  const position = after ? positionSql(keys, after, params) : '1';
  const values = keys.map((key, index) => `${key.sql} AS key${index}`);
  const texts = keys.map((_, index) => `toString(key${index})`);
  const order = keys.map((key, index) => `key${index} ${directionOf(key)}`);
  return {
    sql: `
SELECT lower(hex(trace_id)) AS trace_hex, experiment_id, toUnixTimestamp64Nano(request_time) AS request_ns,
  [${texts.join(', ')}] AS sort_values
FROM (
  SELECT trace_id, experiment_id, request_time, ${values.join(', ')}
  FROM traces FINAL
  WHERE workspace_id = {workspace:String} AND experiment_id IN {experiments:Array(UInt32)}
    AND request_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')
    AND request_time < fromUnixTimestamp64Nano({to:Int64}, 'UTC')
    AND ${trafficSql(search)}
    AND ${filter}
    AND ${position}
  ORDER BY ${[...order, 'trace_id ASC'].join(', ')}
  LIMIT {limit:UInt32})
ORDER BY ${[...order, 'trace_id ASC'].join(', ')}`,
    params: { ...params.values, workspace: search.workspaceId, experiments: search.experimentIds },
  };
}

/** An order over rows of `traces`. */
export function traceOrderSql(order: TraceSearch['order'], params: SqlParams): string {
  const terms = sortKeys({ order }, params).map((key) => `${key.sql} ${directionOf(key)}`);
  return [...terms, 'trace_id ASC'].join(', ');
}

function directionOf({ isDescending }: SortKey): string {
  return isDescending ? 'DESC' : 'ASC';
}

/** Terms that may be absent sort by presence first, so that traces without them come last either way. */
function sortKeys(search: Pick<TraceSearch, 'order'>, params: SqlParams): SortKey[] {
  const order =
    search.order.length > 0 ? search.order : [{ field: 'timestamp', isDescending: true } as const];
  return order.flatMap((each) => termKeys(orderTerm(each, params)));
}

function termKeys(term: OrderTerm): SortKey[] {
  const value = { sql: term.sql, type: term.type, isDescending: term.isDescending };
  if (term.isPresent === undefined) return [value];
  return [{ sql: `toUInt8(${term.isPresent})`, type: 'UInt8', isDescending: true }, value];
}

/** What comes after a row: equal in the first keys and beyond it in the next, for each key in turn. */
function positionSql(keys: readonly SortKey[], after: PagePosition, params: SqlParams): string {
  const places = keys.map((key, index) => params.bind(key.type, after.values[index] ?? ''));
  const traceId = `toFixedString(unhex(${params.text(after.traceId)}), 16)`;
  const equal = keys.map((key, index) => `${key.sql} = ${places[index] ?? ''}`);
  const beyond = keys.map(
    (key, index) => `${key.sql} ${key.isDescending ? '<' : '>'} ${places[index] ?? ''}`,
  );
  const cases = [...beyond, `trace_id > ${traceId}`].map((last, index) =>
    [...equal.slice(0, index), last].join(' AND '),
  );
  return `(${cases.map((each) => `(${each})`).join(' OR ')})`;
}

/** Bounds of the spans of all traces in a window; rows that were replaced only widen them. */
export const FIND_SPAN_BOUNDS = `
SELECT toUnixTimestamp64Nano(min(min_span_start)) AS min_ns, toUnixTimestamp64Nano(max(max_span_start)) AS max_ns,
  groupUniqArrayArray(span_experiment_ids) AS experiments
FROM traces
WHERE experiment_id IN {experiments:Array(UInt32)}
  AND request_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')
  AND request_time < fromUnixTimestamp64Nano({to:Int64}, 'UTC')`;

/** Which of the keys are attributes whose value stands in inputs or outputs; small indexes on both columns tell. */
export function findPayloadKeys(keys: readonly string[]): { sql: string; params: Record<string, unknown> } {
  const params = new SqlParams();
  const selects = keys.flatMap((key) => {
    const place = params.text(key);
    return ['inputs_attribute', 'outputs_attribute'].map(
      (column) =>
        `SELECT * FROM (SELECT ${place} AS key FROM spans WHERE ${SPAN_BOUNDS} AND ${column} = ${place} LIMIT 1)`,
    );
  });
  return { sql: selects.join('\nUNION ALL\n'), params: params.values };
}

/** The hours of the first or last request in a time range, one for each experiment: read from the end of the sorting key. */
export function findEdges(experimentCount: number, isDescending: boolean): string {
  const direction = isDescending ? 'DESC' : 'ASC';
  return Array.from(
    { length: experimentCount },
    (_, index) => `
SELECT * FROM (
  SELECT toUnixTimestamp(toStartOfHour(request_time)) AS hour
  FROM traces
  WHERE experiment_id = {experiment${index}:UInt32}
    AND request_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')
    AND request_time < fromUnixTimestamp64Nano({to:Int64}, 'UTC')
  ORDER BY experiment_id ${direction}, toStartOfHour(request_time) ${direction}
  LIMIT 1)`,
  ).join('\nUNION ALL');
}
