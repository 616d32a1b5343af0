import { Rejected } from '@millrace/domain';
import {
  TraceAnalytics,
  type AnalyticsQuery,
  type AnalyticsRow,
  type FilterCounts,
  type FilterPair,
} from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { analyticsStatement, LONGEST_TRACE_NS } from '../queries/analytics/analytics-statement.ts';
import { countBothStatement } from '../queries/analytics/count-both.ts';
import { figureNeeds, readSpansInScope, traceFiltersNeeds } from './filter-scope.ts';
import { searchedRange } from './time-windows.ts';

interface FigureRow {
  readonly bucket: string;
  readonly dimensions: readonly string[];
  readonly measures: readonly (number | null)[];
}

/** Reads figures from ClickHouse, each with one statement. */
export class ClickHouseTraceAnalytics extends TraceAnalytics {
  constructor(private readonly connection: ClickHouseConnection) {
    super();
  }

  override async measure(query: AnalyticsQuery): Promise<AnalyticsRow[]> {
    if (query.measures.length === 0) throw new Rejected('a question about figures needs a measure');
    if (query.experimentIds.length === 0 || query.fromUnixNano >= query.toUnixNano) return [];
    const needs = figureNeeds(query.filter, query.spanFilter);
    const range = { from: query.fromUnixNano - LONGEST_TRACE_NS, to: query.toUnixNano };
    const { bounds, payloadKeys } = await readSpansInScope(this.connection, needs, query, range);
    const { sql, params } = analyticsStatement(query, payloadKeys);
    const rows = await this.connection.select<FigureRow>(sql, { ...params, ...bounds });
    return rows.map((row) => toRow(row, query));
  }

  override async countBoth(pair: FilterPair): Promise<FilterCounts> {
    const range = searchedRange({ ...(pair.base && { filter: pair.base }) });
    const needs = traceFiltersNeeds([pair.base, pair.first, pair.second]);
    const { bounds, payloadKeys } = await readSpansInScope(this.connection, needs, pair, range);
    const { sql, params } = countBothStatement(pair, payloadKeys);
    const [row] = await this.connection.select<Record<keyof FilterCounts, string>>(sql, {
      ...params,
      ...bounds,
      ...range,
    });
    const count = (of: keyof FilterCounts) => Number(row?.[of] ?? 0);
    return { total: count('total'), first: count('first'), second: count('second'), both: count('both') };
  }
}

function toRow(row: FigureRow, query: AnalyticsQuery): AnalyticsRow {
  return {
    ...(query.bucket && { bucketStart: Number(row.bucket) * 1000 }),
    dimensions: row.dimensions.map((text, index) =>
      query.dimensions[index]?.of === 'latency_class' ? Number(text) : text,
    ),
    measures: row.measures.map((value) => value ?? undefined),
  };
}
