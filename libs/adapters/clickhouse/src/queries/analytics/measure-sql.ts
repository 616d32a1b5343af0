import { Rejected } from '@millrace/domain';
import type { AnalyticsView, Dimension, Measure } from '@millrace/ports';
import type { SqlParams } from '../sql-params.ts';
import { VIEWS, type ViewColumn } from './analytics-views.ts';

/** A measure as an aggregate that is NULL when there was nothing to measure. Throws Rejected for one the view has not. */
export function measureSql(view: AnalyticsView, { of, aggregate }: Measure): string {
  const { measured } = VIEWS[view];
  const column = measured[of];
  if (!column) {
    throw new Rejected(`the view ${view} has no measure '${of}'; it has ${Object.keys(measured).join(', ')}`);
  }
  const condition = column.isPresent ?? '1';
  switch (of) {
    case 'rows':
      return 'count()';
    case 'traces':
    case 'sessions':
    case 'users':
      return `uniqExactIf(${column.sql}, ${condition})`;
    case 'errors':
      return `countIf(${column.sql})`;
    case 'error_rate':
    case 'pass_rate':
      return averageSql(column.sql, condition);
    default:
      return aggregateSql(column, condition, aggregate);
  }
}

function aggregateSql({ sql }: ViewColumn, condition: string, aggregate: Measure['aggregate']): string {
  switch (aggregate) {
    case 'sum':
      return `if(countIf(${condition}) = 0, NULL, toFloat64(sumIf(${sql}, ${condition})))`;
    case 'avg':
      return averageSql(sql, condition);
    case 'min':
    case 'max':
      return `${aggregate}OrNullIf(toFloat64(${sql}), ${condition})`;
    default:
      return percentileSql(sql, condition, aggregate);
  }
}

function averageSql(sql: string, condition: string): string {
  return `avgOrNullIf(toFloat64(${sql}), ${condition})`;
}

function percentileSql(sql: string, condition: string, percentile: number): string {
  if (!(percentile >= 0 && percentile <= 100)) {
    throw new Rejected(`a percentile is a number from 0 to 100, not ${percentile}`);
  }
  // Part of the statement's text: ClickHouse takes a quantile's level as a constant only; it is a number here.
  return `quantileExactInclusiveOrNullIf(${percentile / 100})(toFloat64(${sql}), ${condition})`;
}

/** What a measure comes to over all time buckets, computed from each bucket's; undefined where that needs the rows themselves. */
export function totalOfBuckets({ of, aggregate }: Measure): string | undefined {
  switch (of) {
    case 'rows':
    case 'errors':
      return 'sum(m0)';
    case 'traces':
    case 'sessions':
    case 'users':
    case 'error_rate':
    case 'pass_rate':
      return undefined;
    default:
      return aggregate === 'sum' || aggregate === 'min' || aggregate === 'max'
        ? `${aggregate}(m0)`
        : undefined;
  }
}

/** Columns of the trace's row that these measures of spans need. */
export function traceColumnsOf(view: AnalyticsView, measures: readonly Measure[]): string[] {
  return measures.flatMap(({ of }) => VIEWS[view].measured[of]?.ofTrace ?? []);
}

/** What to group by. Throws Rejected for a dimension that the view has not. */
export function dimensionColumn(view: AnalyticsView, dimension: Dimension, params: SqlParams): ViewColumn {
  const { dimensions } = VIEWS[view];
  const column = dimensions[dimension.of];
  if (!column) {
    const names = Object.keys(dimensions).join(', ');
    throw new Rejected(`the view ${view} has no dimension '${dimension.of}'; it has ${names}`);
  }
  return typeof column === 'function' ? column(dimension.key ?? '', params) : column;
}
