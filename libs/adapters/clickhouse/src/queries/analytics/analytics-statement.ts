import { Rejected } from '@millrace/domain';
import type { AnalyticsQuery, Dimension, FigureNames, TimeBucket } from '@millrace/ports';
import { filterSql } from '../filter-sql.ts';
import { spanFilterSql, type FilterScope } from '../span-filter-sql.ts';
import { SqlParams } from '../sql-params.ts';
import { IS_TRAFFIC } from '../traffic.ts';
import { VIEWS } from './analytics-views.ts';
import { dimensionColumn, measureSql, totalOfBuckets, traceColumnsOf } from './measure-sql.ts';

/** Needs the values of SPAN_BOUNDS beside `params` when a filter looks into spans. */
export interface AnalyticsStatement {
  readonly sql: string;
  readonly params: Readonly<Record<string, unknown>>;
}

/** A trace longer than this before the first span that counts is not looked for when its trace is filtered on. */
const LONGEST_TRACE_DAYS = 7;
export const LONGEST_TRACE_NS = BigInt(LONGEST_TRACE_DAYS) * 86_400_000_000_000n;

/** One row a bucket and group: `bucket` in seconds, `dimensions` as texts, `measures` as numbers or NULL. */
export function analyticsStatement(
  query: AnalyticsQuery,
  payloadKeys: ReadonlySet<string>,
): AnalyticsStatement {
  const params = new SqlParams();
  const { sql, dimensions, measures } = figuresSql(query, { params, payloadKeys });
  const texts = dimensions.map((name) => `toString(${name})`);
  const values = measures.map((name) => `toFloat64(${name})`);
  return {
    sql: `SELECT toInt64(bucket) AS bucket, CAST([${texts.join(', ')}] AS Array(String)) AS dimensions,
  CAST([${values.join(', ')}] AS Array(Nullable(Float64))) AS measures
FROM (
  ${sql})`,
    params: { ...params.values, ...boundsOf(query) },
  };
}

/** The same as a table: a column for the begin of the bucket, if there are buckets, each dimension and each measure, by these names. */
export function figureTableStatement(
  query: AnalyticsQuery,
  names: FigureNames,
  payloadKeys: ReadonlySet<string>,
): AnalyticsStatement {
  const params = new SqlParams();
  const { sql, dimensions, measures } = figuresSql(query, { params, payloadKeys });
  const named = (column: string, name: string | undefined) =>
    `${column} AS ${params.bind('Identifier', name ?? column)}`;
  const columns = [
    ...(query.bucket ? ["toDateTime64(figures.bucket, 3, 'UTC') AS bucket"] : []),
    ...dimensions.map((column, index) => {
      const isNumber = query.dimensions[index]?.of === 'latency_class';
      return named(isNumber ? column : `toString(${column})`, names.dimensions[index]);
    }),
    ...measures.map((column, index) => named(column, names.measures[index])),
  ];
  return {
    sql: `SELECT ${columns.join(', ')}
FROM (
  ${sql}) AS figures`,
    params: { ...params.values, ...boundsOf(query) },
  };
}

interface FiguresSql {
  readonly sql: string;
  /** Names of the columns beside `bucket`. */
  readonly dimensions: readonly string[];
  readonly measures: readonly string[];
}

/** By bucket, then by the first measure, each in the type that it has. */
function figuresSql(query: AnalyticsQuery, scope: FilterScope): FiguresSql {
  const { params } = scope;
  const measures = query.measures.map((measure) => measureSql(query.view, measure));
  const groups = groupColumns(query, params);
  const source = sourceSql(query, [...groups.ofTrace, ...traceColumnsOf(query.view, query.measures)]);
  const where = conditions(query, scope, groups.present).join('\n    AND ');
  const bucket = query.bucket ? bucketSql(query.bucket, VIEWS[query.view].time, params) : '0';
  const names = groups.columns.map((_, index) => `d${index}`);
  const numbers = measures.map((_, index) => `m${index}`);
  const keys = ['bucket', ...names].join(', ');
  const selected = groups.columns.map((sql, index) => `${sql} AS d${index}`);
  const rows = (
    top: string,
  ) => `SELECT ${[keys, ...measures.map((sql, index) => `${sql} AS m${index}`)].join(', ')}
  FROM (SELECT *, ${[`${bucket} AS bucket`, ...selected].join(', ')} FROM ${source} WHERE ${where})${top}
  GROUP BY ${keys}`;
  const order = `ORDER BY ${['bucket', 'm0 DESC NULLS LAST', ...names].join(', ')}`;
  const sql = (text: string): FiguresSql => ({ sql: text, dimensions: names, measures: numbers });
  if (!query.bucket) return sql(`${rows('')}\n  ${order} LIMIT {limit:UInt32}`);
  if (names.length === 0) return sql(`${rows('')}\n  ${order}`);
  const dimensions = names.join(', ');
  const [first] = query.measures;
  const total = first && totalOfBuckets(first);
  if (total !== undefined) return sql(`${topOfBuckets(rows(''), total, names, numbers)}\n  ${order}`);
  const top = `\n  WHERE (${dimensions}) IN (
    SELECT ${dimensions} FROM (SELECT *, ${selected.join(', ')} FROM ${source} WHERE ${where})
    GROUP BY ${dimensions} ORDER BY ${measures[0] ?? 'count()'} DESC NULLS LAST, ${dimensions} LIMIT {limit:UInt32})`;
  return sql(`${rows(top)}\n  ${order}`);
}

/** The groups with the most in all buckets, out of the rows of all groups: one pass over the table finds both. */
function topOfBuckets(
  rows: string,
  total: string,
  names: readonly string[],
  numbers: readonly string[],
): string {
  const dimensions = names.join(', ');
  return `SELECT ${['each.1 AS bucket', ...names, ...numbers.map((name, index) => `each.${index + 2} AS ${name}`)].join(', ')}
  FROM (
    SELECT ${dimensions}, groupArray((${['bucket', ...numbers].join(', ')})) AS buckets
    FROM (${rows})
    GROUP BY ${dimensions} ORDER BY ${total} DESC NULLS LAST, ${dimensions} LIMIT {limit:UInt32})
  ARRAY JOIN buckets AS each`;
}

function boundsOf(query: AnalyticsQuery) {
  return {
    workspace: query.workspaceId,
    experiments: query.experimentIds,
    from: query.fromUnixNano,
    to: query.toUnixNano,
    limit: query.limit,
  };
}

interface Groups {
  readonly columns: readonly string[];
  /** What must hold for a row to have all of them. */
  readonly present: readonly string[];
  /** Columns of the trace's row that spans are joined with. */
  readonly ofTrace: readonly string[];
}

function groupColumns({ view, dimensions }: AnalyticsQuery, params: SqlParams): Groups {
  const columns = dimensions.map((dimension: Dimension) => dimensionColumn(view, dimension, params));
  return {
    columns: columns.map(({ sql, isArray }) => (isArray === true ? `arrayJoin(${sql})` : sql)),
    present: columns.flatMap(({ isPresent }) => isPresent ?? []),
    ofTrace: columns.flatMap(({ ofTrace }) => ofTrace ?? []),
  };
}

const BOUNDS = (column: string, from = '') => [
  'workspace_id = {workspace:String}',
  `${column} >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')${from}`,
  `${column} < fromUnixTimestamp64Nano({to:Int64}, 'UTC')`,
];
const OWN_EXPERIMENTS = 'experiment_id IN {experiments:Array(UInt32)}';
/** Traces whose spans may lie within the bounds. */
const TRACES_AROUND = [
  ...BOUNDS('request_time', ` - INTERVAL ${LONGEST_TRACE_DAYS} DAY`),
  OWN_EXPERIMENTS,
].join(' AND ');

/** The narrow column, not the map it comes from; it is the same in every version of a row once its start-trace was told. */
const NOT_OF_JUDGES = `trace_id NOT IN (SELECT trace_id FROM traces WHERE ${TRACES_AROUND} AND source_scorer != '')`;

/** Spans are joined with the rows of their traces only where a column of these is asked for. */
function sourceSql({ view }: AnalyticsQuery, ofTrace: readonly string[]): string {
  const { source, time } = VIEWS[view];
  if (ofTrace.length === 0) return source;
  const own = `(SELECT * FROM ${source} WHERE ${[...BOUNDS(time), OWN_EXPERIMENTS].join(' AND ')}) AS own`;
  const columns = ['trace_id', ...new Set(ofTrace)].join(', ');
  return `(SELECT * FROM ${own}
    LEFT ANY JOIN (SELECT ${columns} FROM traces FINAL WHERE ${TRACES_AROUND}) AS context USING (trace_id))`;
}

function conditions(query: AnalyticsQuery, scope: FilterScope, present: readonly string[]): string[] {
  const { time } = VIEWS[query.view];
  const all = [...BOUNDS(time), OWN_EXPERIMENTS, ...present];
  if (query.assessment && query.view === 'assessments') {
    const { name, kind } = query.assessment;
    if (name !== undefined) all.push(`assessment_name = ${scope.params.text(name)}`);
    if (kind !== undefined) all.push(`JSONHas(assessment, ${scope.params.text(kind)})`);
  }
  if (query.includesJudgeTraces !== true) all.push(query.view === 'spans' ? NOT_OF_JUDGES : IS_TRAFFIC);
  if (query.view !== 'spans') return query.filter ? [...all, filterSql(query.filter, scope)] : all;
  if (query.spanFilter) all.push(spanFilterSql(query.spanFilter, scope));
  if (!query.filter) return all;
  const filter = filterSql(query.filter, scope);
  return [...all, `trace_id IN (SELECT trace_id FROM traces FINAL WHERE ${TRACES_AROUND} AND ${filter})`];
}

function bucketSql({ count, unit, timeZone }: TimeBucket, time: string, params: SqlParams): string {
  if (!Number.isInteger(count) || count < 1)
    throw new Rejected(`a time bucket has a whole count, not ${count}`);
  const zone = params.text(requireTimeZone(timeZone));
  return `toUnixTimestamp(toDateTime(toStartOfInterval(${time}, INTERVAL ${count} ${unit.toUpperCase()}, ${zone}), ${zone}))`;
}

function requireTimeZone(name: string): string {
  try {
    if (/^[A-Za-z]/.test(name) && new Intl.DateTimeFormat('en', { timeZone: name })) return name;
  } catch (error) {
    if (!(error instanceof RangeError)) throw error;
  }
  throw new Rejected(`'${name}' is not the name of a time zone, such as UTC or Europe/Berlin`);
}
