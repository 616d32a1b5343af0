import type { TraceRow } from '@millrace/domain';
import {
  TraceReader,
  type SkeletonPage,
  type SpanWindow,
  type StoredSpan,
  type TracePage,
  type TraceSearch,
} from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { QueryParameters } from '../queries/query-parameters.ts';
import { readSkeleton, readSpans } from './read-spans.ts';
import { searchTraces } from './search-traces.ts';
import { TRACE_COLUMNS, readTraceRow, type TraceColumns } from './trace-columns.ts';

/** Reads traces from ClickHouse. */
export class ClickHouseTraceReader extends TraceReader {
  constructor(private readonly connection: ClickHouseConnection) {
    super();
  }

  searchTraces(search: TraceSearch): Promise<TracePage> {
    return searchTraces(this.connection, search);
  }

  /** A trace may have had several places; at most one of them has a row that is not withdrawn. */
  async findTraces(workspaceId: string, traceIds: readonly string[]): Promise<TraceRow[]> {
    if (traceIds.length === 0) return [];
    const parameters = new QueryParameters();
    const ids = parameters.bind(traceIds, 'Array(String)');
    const workspace = parameters.bind(workspaceId, 'String');
    const rows = await this.connection.select<TraceColumns>(
      `WITH places AS (
         SELECT experiment_id, toStartOfHour(request_time) AS hour, trace_id FROM trace_index
         WHERE workspace_id = ${workspace} AND trace_id IN (SELECT unhex(arrayJoin(${ids})))
       )
       SELECT ${TRACE_COLUMNS} FROM traces FINAL
       WHERE (experiment_id, toStartOfHour(request_time), trace_id) IN (SELECT experiment_id, hour, trace_id FROM places)
         AND workspace_id = ${workspace}`,
      parameters.values,
    );
    return rows.map(readTraceRow);
  }

  readSkeleton(trace: TraceRow, window: SpanWindow): Promise<SkeletonPage> {
    return readSkeleton(this.connection, trace, window);
  }

  readSpans(trace: TraceRow, spanIds?: readonly string[]): Promise<StoredSpan[]> {
    return readSpans(this.connection, trace, spanIds);
  }

  async readCompletedVersions(workspaceId: string, traceId: string): Promise<bigint[]> {
    const parameters = new QueryParameters();
    const rows = await this.connection.select<{ key: string }>(
      `SELECT DISTINCT key FROM trace_entries
       WHERE workspace_id = ${parameters.bind(workspaceId, 'String')} AND trace_id = unhex(${parameters.bind(traceId, 'String')})
         AND kind = 'completion'`,
      parameters.values,
    );
    return rows.map(({ key }) => BigInt(key)).sort((a, b) => (a < b ? -1 : 1));
  }
}
