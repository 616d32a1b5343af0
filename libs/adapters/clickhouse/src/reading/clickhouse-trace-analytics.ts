import { Rejected } from '@millrace/domain';
import { TraceAnalytics, type AnalyticsQuery, type AnalyticsRow } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { analyticsStatement, LONGEST_TRACE_NS } from '../queries/analytics/analytics-statement.ts';
import { figureNeeds, readSpansInScope } from './filter-scope.ts';

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
