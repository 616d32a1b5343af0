import {
  TableExport,
  type AnalyticsQuery,
  type CountedTable,
  type FigureNames,
  type ResultFormat,
  type SessionSearch,
  type SpanSearch,
  type TraceSearch,
  type WholeSearch,
} from '@millrace/ports';
import { FORMAT_NAMES } from '../analysts/clickhouse-sql-reader.ts';
import type { ClickHouseConnection, QueryParams } from '../connection/clickhouse-connection.ts';
import { figureTableStatement, LONGEST_TRACE_NS } from '../queries/analytics/analytics-statement.ts';
import { sessionTable } from '../queries/sessions.ts';
import { spanTable, spanTableOfTraces, traceTable, type TableStatement } from '../queries/tables.ts';
import { figureNeeds, readSpansInScope, spanSearchNeeds, traceFilterNeeds } from './filter-scope.ts';
import { searchedRange, searchedTimes } from './time-windows.ts';

/** Until the first byte; the engine keeps the result on its disk, so that a fault never follows rows. */
const TABLE_SETTINGS = {
  max_execution_time: 100,
  output_format_json_quote_64bit_integers: 0,
  // Many rows are sorted, and many groups gathered, on the disk.
  max_bytes_before_external_group_by: String(128 * 1024 * 1024),
  max_bytes_before_external_sort: String(128 * 1024 * 1024),
  output_format_arrow_string_as_string: 1,
  output_format_parquet_string_as_string: 1,
} as const;

/** One statement for a table, whose rows leave the engine in the format asked for. */
export class ClickHouseTableExport extends TableExport {
  constructor(private readonly connection: ClickHouseConnection) {
    super();
  }

  override async traces(
    search: WholeSearch<TraceSearch>,
    format: ResultFormat,
  ): Promise<AsyncIterable<Uint8Array>> {
    const { statement, bounds } = await this.statementOf(search, traceTable);
    return this.write(statement, bounds, format);
  }

  override async countedTraces(
    search: WholeSearch<TraceSearch>,
    format: ResultFormat,
  ): Promise<CountedTable> {
    const { statement, bounds } = await this.statementOf(search, traceTable);
    return this.writeCounted(statement, bounds, format);
  }

  override async countedSpansOf(
    search: WholeSearch<TraceSearch>,
    format: ResultFormat,
  ): Promise<CountedTable> {
    const { statement, bounds } = await this.statementOf(search, spanTableOfTraces, true);
    return this.writeCounted(statement, bounds, format);
  }

  override async spans(
    search: WholeSearch<SpanSearch>,
    format: ResultFormat,
  ): Promise<AsyncIterable<Uint8Array>> {
    const range = searchedTimes(search);
    const needs = spanSearchNeeds(search.filter);
    const around = { from: range.from - LONGEST_TRACE_NS, to: range.to };
    const { bounds, payloadKeys } = await readSpansInScope(this.connection, needs, search, around);
    return this.write(spanTable(search, payloadKeys), { ...range, ...bounds }, format);
  }

  override async sessions(
    search: WholeSearch<SessionSearch>,
    format: ResultFormat,
  ): Promise<AsyncIterable<Uint8Array>> {
    const range = searchedTimes(search);
    const needs = traceFilterNeeds(search.filter);
    const { bounds, payloadKeys } = await readSpansInScope(this.connection, needs, search, range);
    return this.write(sessionTable(search, payloadKeys), { ...range, ...bounds }, format);
  }

  override async figures(
    query: AnalyticsQuery,
    names: FigureNames,
    format: ResultFormat,
  ): Promise<AsyncIterable<Uint8Array>> {
    const needs = figureNeeds(query.filter, query.spanFilter);
    const range = { from: query.fromUnixNano - LONGEST_TRACE_NS, to: query.toUnixNano };
    const { bounds, payloadKeys } = await readSpansInScope(this.connection, needs, query, range);
    return this.write(figureTableStatement(query, names, payloadKeys), bounds, format);
  }

  private async statementOf(
    search: WholeSearch<TraceSearch>,
    tableOf: typeof traceTable,
    readsSpans = false,
  ): Promise<{ readonly statement: TableStatement; readonly bounds: object }> {
    const range = searchedRange(search);
    const needs = traceFilterNeeds(search.filter);
    const usesSpans = needs.usesSpans || readsSpans;
    const scope = await readSpansInScope(this.connection, { ...needs, usesSpans }, search, range);
    return { statement: tableOf(search, scope.payloadKeys), bounds: { ...range, ...scope.bounds } };
  }

  private write({ sql, params }: TableStatement, bounds: object, format: ResultFormat) {
    const values: QueryParams = { ...params, ...bounds };
    return this.connection.stream(`${sql}\nFORMAT ${FORMAT_NAMES[format]}`, values, TABLE_SETTINGS);
  }

  private writeCounted({ sql, params }: TableStatement, bounds: object, format: ResultFormat) {
    const values: QueryParams = { ...params, ...bounds };
    return this.connection.countedStream(`${sql}\nFORMAT ${FORMAT_NAMES[format]}`, values, TABLE_SETTINGS);
  }
}
