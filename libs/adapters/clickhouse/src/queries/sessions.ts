import type { SessionOrder, SessionSearch } from '@millrace/ports';
import type { PagePosition } from '../reading/page-token.ts';
import { filterSql } from './filter-sql.ts';
import { SqlParams } from './sql-params.ts';

/** A session names so many users at most. */
const MAX_USERS = 10;
const SESSION = "ifNull(session_id, '')";
const END_NS = '(toUnixTimestamp64Nano(request_time) + duration)';

const ORDERS: Readonly<Record<SessionOrder, { readonly sql: string; readonly type: string }>> = {
  last_activity: { sql: `max${END_NS}`, type: 'Int64' },
  traces: { sql: 'count()', type: 'UInt64' },
  tokens: { sql: 'sum(tokens_total)', type: 'UInt64' },
  cost: { sql: 'sum(cost_total)', type: 'Decimal(38, 12)' },
};

const OWN_TRACES = `workspace_id = {workspace:String} AND experiment_id IN {experiments:Array(UInt32)}
    AND request_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')
    AND request_time < fromUnixTimestamp64Nano({to:Int64}, 'UTC')`;

/** Which traces are counted; needs SPAN_BOUNDS beside `params` when the filter looks into spans. */
export interface SessionsStatement {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** The sessions of one page by name, from narrow columns. */
export function findSessions(
  search: SessionSearch,
  after: PagePosition | undefined,
  payloadKeys: ReadonlySet<string>,
): SessionsStatement {
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
  FROM traces FINAL
  WHERE ${OWN_TRACES} AND isNotNull(session_id) AND ${filter}
  GROUP BY session)
WHERE ${position}
ORDER BY place DESC, session
LIMIT {limit:UInt32}`,
    params: params.values,
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

/** What the traces of these sessions come to. */
export function readSessions(
  search: Pick<SessionSearch, 'filter'>,
  sessions: readonly string[],
  payloadKeys: ReadonlySet<string>,
): SessionsStatement {
  const params = new SqlParams();
  const filter = search.filter ? filterSql(search.filter, { params, payloadKeys }) : '1';
  const sums = [
    ...TOKENS.map((bucket) => `toString(sum(tokens_${bucket})) AS sum_${bucket}`),
    ...COSTS.map((part) => `toString(sum(cost_${part})) AS ${part}_dollars`),
  ];
  return {
    sql: `
SELECT ${SESSION} AS session, toString(min(toUnixTimestamp64Nano(request_time))) AS first_ns, toString(max${END_NS}) AS last_ns,
  toString(count()) AS trace_count, toString(countIf(state = 'ERROR')) AS error_count,
  arraySort(groupUniqArrayIf(${MAX_USERS})(ifNull(user_id, ''), isNotNull(user_id))) AS users,
  max(has_tokens) AS any_tokens, max(notEmpty(cost_prices)) AS any_cost,
  ${sums.join(', ')},
  argMin(request_preview, (request_time, trace_id)) AS first_request,
  argMax(response_preview, (request_time, trace_id)) AS last_response
FROM traces FINAL
WHERE ${OWN_TRACES} AND session_id IN ${params.texts(sessions)} AND ${filter}
GROUP BY session`,
    params: params.values,
  };
}
