import type { SessionOrder, SessionSearch, WholeSearch } from '@millrace/ports';
import type { PagePosition } from '../reading/page-token.ts';
import { filterSql } from './filter-sql.ts';
import { SqlParams } from './sql-params.ts';
import { isWithin, limitSql, rowsWithin, scopeOf, type TableStatement } from './tables.ts';

/** A session names so many users at most. */
const MAX_USERS = 10;
const SESSION = "ifNull(session_id, '')";

const ORDERS: Readonly<Record<SessionOrder, { readonly sql: string; readonly type: string }>> = {
  last_activity: { sql: 'max(toUnixTimestamp64Nano(request_time))', type: 'Int64' },
  traces: { sql: 'count()', type: 'UInt64' },
  tokens: { sql: 'sum(tokens_total)', type: 'UInt64' },
  cost: { sql: 'sum(cost_total)', type: 'Decimal(38, 12)' },
};

/** Type of the value that a page token has for this order. */
export function sessionOrderType(order: SessionOrder): string {
  return ORDERS[order].type;
}

/** Rows of traces that were ever of these sessions, by their places: FINAL alone would read every column of all traces. */
function ofSessions(sessions: string): string {
  const place = 'experiment_id, toStartOfHour(request_time), trace_id';
  return `session_id IN ${sessions}
    AND (${place}) IN (
      SELECT ${place} FROM traces
      WHERE ${isWithin('request_time')}
        AND session_id IN ${sessions})`;
}

/** The sessions of one page by name, from narrow columns. Those whose last trace is before `from` are not found in order of activity. */
export function findSessions(
  search: SessionSearch,
  after: PagePosition | undefined,
  payloadKeys: ReadonlySet<string>,
): TableStatement {
  const params = new SqlParams();
  const filter = search.filter ? filterSql(search.filter, { params, payloadKeys }) : '1';
  const { sql, type } = ORDERS[search.order];
  const value = params.bind(type, after?.values[0] ?? '0');
  const position = after
    ? `place < ${value} OR (place = ${value} AND session > ${params.text(after.traceId)})`
    : '1';
  return {
    sql: `
SELECT session, toString(place) AS sort_value
FROM (
  SELECT ${SESSION} AS session, ${sql} AS place
  FROM ${rowsWithin('traces', 'request_time')}
    AND isNotNull(session_id) AND ${filter}
  GROUP BY session)
WHERE ${position}
ORDER BY place DESC, session
LIMIT {limit:UInt32}`,
    params: { ...params.values, ...scopeOf(search) },
  };
}

const TOKENS = [
  'input',
  'cache_read',
  'cache_write',
  'output',
  'reasoning',
  'total',
  'input_audio',
  'output_audio',
];
const COSTS = ['input', 'cache', 'output', 'total'];

/** What the traces come to, by session. */
const TOTALS = [
  `${SESSION} AS session`,
  'min(request_time) AS first_request_time',
  'max(toUnixTimestamp64Nano(request_time) + duration) AS last_ns',
  'count() AS traces_in_it',
  "countIf(state = 'ERROR') AS errors_in_it",
  `arraySort(groupUniqArrayIf(${MAX_USERS})(ifNull(user_id, ''), isNotNull(user_id))) AS users`,
  'max(has_tokens) AS any_tokens',
  'max(notEmpty(cost_prices)) AS any_cost',
  ...TOKENS.map((bucket) => `sum(tokens_${bucket}) AS sum_${bucket}`),
  ...COSTS.map((part) => `sum(cost_${part}) AS ${part}_dollars`),
  'argMin(request_preview, (request_time, trace_id)) AS first_request',
  'argMax(response_preview, (request_time, trace_id)) AS last_response',
].join(',\n    ');

/** What the traces of these sessions come to. */
export function readSessions(
  search: Pick<SessionSearch, 'filter' | 'workspaceId' | 'experimentIds'>,
  sessions: readonly string[],
  payloadKeys: ReadonlySet<string>,
): TableStatement {
  const params = new SqlParams();
  const filter = search.filter ? filterSql(search.filter, { params, payloadKeys }) : '1';
  const dollars = COSTS.map((part) => `toString(${part}_dollars) AS ${part}_dollars`);
  return {
    sql: `
SELECT * REPLACE (${dollars.join(', ')}), toUnixTimestamp64Nano(first_request_time) AS first_ns
FROM (
  SELECT ${TOTALS}
  FROM ${rowsWithin('traces', 'request_time')}
    AND ${ofSessions(params.texts(sessions))} AND ${filter}
  GROUP BY session)`,
    params: { ...params.values, ...scopeOf(search) },
  };
}

const TABLE_COLUMNS = [
  'session AS session_id',
  'first_request_time AS first_time',
  "fromUnixTimestamp64Nano(last_ns, 'UTC') AS last_time",
  'traces_in_it AS trace_count',
  'errors_in_it AS error_count',
  'users AS user_ids',
  ...TOKENS.map((bucket) => `if(any_tokens, sum_${bucket}, NULL) AS tokens_${bucket}`),
  ...COSTS.map((part) => `if(any_cost, toFloat64(${part}_dollars), NULL) AS cost_${part}`),
  'first_request AS request_preview',
  'last_response AS response_preview',
].join(',\n  ');

/** Sessions in their order, with what their traces come to. */
export function sessionTable(
  search: WholeSearch<SessionSearch>,
  payloadKeys: ReadonlySet<string>,
): TableStatement {
  const params = new SqlParams();
  const filter = search.filter ? filterSql(search.filter, { params, payloadKeys }) : '1';
  const place = `${ORDERS[search.order].sql} AS place`;
  const rows = rowsWithin('traces', 'request_time');
  // The first few are found in narrow columns before any is summed up.
  const first = `(SELECT session FROM (
      SELECT ${SESSION} AS session, ${place} FROM ${rows} AND isNotNull(session_id) AND ${filter}
      GROUP BY session ORDER BY place DESC, session ${limitSql(search.limit, params)}))`;
  const own = search.limit === undefined ? 'isNotNull(session_id)' : ofSessions(first);
  return {
    sql: `
SELECT ${TABLE_COLUMNS}
FROM (
  SELECT ${TOTALS},
    ${place}
  FROM ${rows}
    AND ${own} AND ${filter}
  GROUP BY session)
ORDER BY place DESC, session`,
    params: { ...params.values, ...scopeOf(search) },
  };
}
