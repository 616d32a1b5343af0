import type { SpanSearchFilter } from '@millrace/domain';
import type { SpanSearch } from '@millrace/ports';
import type { PagePosition } from '../reading/page-token.ts';
import { combineSql, leavesOf } from './combine-sql.ts';
import { filterSql, spanAttributeKeys } from './filter-sql.ts';
import { spanFilterSql, type FilterScope } from './span-filter-sql.ts';
import { SqlParams } from './sql-params.ts';

/** How long before or after a span its trace is looked for when it is filtered on. */
const BEFORE_DAYS = 7;
const AFTER_DAYS = 1;

/** Traces that a span of the window may belong to. */
const TRACES_AROUND = `workspace_id = {workspace:String}
    AND request_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC') - INTERVAL ${BEFORE_DAYS} DAY
    AND request_time < fromUnixTimestamp64Nano({to:Int64}, 'UTC') + INTERVAL ${AFTER_DAYS} DAY`;

/** Keys of the spans of one page, to be asked of one window of time after the other: narrow columns only. */
export function spanSearchStatement(
  search: SpanSearch,
  after: PagePosition | undefined,
  payloadKeys: ReadonlySet<string>,
): { readonly sql: string; readonly params: Readonly<Record<string, unknown>> } {
  const params = new SqlParams();
  const filter = search.filter ? searchFilterSql(search.filter, { params, payloadKeys }) : '1';
  const position = after ? positionSql(after, params) : '1';
  return {
    sql: `
SELECT lower(hex(trace_id)) AS trace_hex, lower(hex(span_id)) AS span_hex, experiment_id,
  toUnixTimestamp64Nano(start_time) AS start_ns
FROM spans FINAL
WHERE workspace_id = {workspace:String} AND experiment_id IN {experiments:Array(UInt32)}
  AND start_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')
  AND start_time < fromUnixTimestamp64Nano({to:Int64}, 'UTC')
  AND ${filter}
  AND ${position}
ORDER BY start_time DESC, trace_id, span_id
LIMIT {limit:UInt32}`,
    params: { ...params.values, workspace: search.workspaceId, experiments: search.experimentIds },
  };
}

/** A search of spans as a condition on rows of `spans`. */
export function searchFilterSql(filter: SpanSearchFilter, scope: FilterScope): string {
  return combineSql(filter, (leaf) =>
    leaf.kind === 'trace'
      ? `trace_id IN (SELECT trace_id FROM traces FINAL WHERE ${TRACES_AROUND} AND ${filterSql(leaf.where, scope)})`
      : spanFilterSql(leaf, scope),
  );
}

function positionSql({ values: [start = '0', span = ''], traceId }: PagePosition, params: SqlParams): string {
  const at = `fromUnixTimestamp64Nano(${params.bind('Int64', start)}, 'UTC')`;
  const place = `(toFixedString(unhex(${params.text(traceId)}), 16), toFixedString(unhex(${params.text(span)}), 8))`;
  return `(start_time < ${at} OR (start_time = ${at} AND (trace_id, span_id) > ${place}))`;
}

type Leaf = Extract<SpanSearchFilter, { readonly kind: 'comparison' | 'related' | 'trace' }>;

/** Keys of all span attributes that a search names. */
export function searchedAttributes(filter: SpanSearchFilter | undefined): string[] {
  const keys = (filter ? leavesOf<Leaf>(filter) : []).flatMap((leaf) =>
    leaf.kind === 'trace' ? [] : spanAttributeKeys(leaf),
  );
  return [...new Set(keys)];
}

/** Whether a search needs the values of SPAN_BOUNDS. */
export function looksAround(filter: SpanSearchFilter | undefined): boolean {
  return (filter ? leavesOf<Leaf>(filter) : []).some(
    (leaf) =>
      leaf.kind === 'related' || (leaf.kind === 'comparison' && leaf.field.entity === 'span.attribute'),
  );
}

/** The minutes of the last span of each experiment in a time range: read from the end of the sorting key. */
export function findLastSpans(experimentCount: number): string {
  return Array.from(
    { length: experimentCount },
    (_, index) => `
SELECT * FROM (
  SELECT toUnixTimestamp(toStartOfMinute(start_time)) AS minute
  FROM spans
  WHERE experiment_id = {experiment${index}:UInt32}
    AND start_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')
    AND start_time < fromUnixTimestamp64Nano({to:Int64}, 'UTC')
  ORDER BY experiment_id DESC, toStartOfMinute(start_time) DESC
  LIMIT 1)`,
  ).join('\nUNION ALL');
}
