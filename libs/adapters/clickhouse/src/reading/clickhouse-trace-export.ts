import { TraceExport, type ResultFormat, type TraceSearch } from '@millrace/ports';
import { TRACE_VIEW_COLUMNS } from '../analysts/analyst-views.ts';
import { FORMAT_NAMES } from '../analysts/clickhouse-sql-reader.ts';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { attributeKeys, filterSql, usesSpans } from '../queries/filter-sql.ts';
import { SqlParams } from '../queries/sql-params.ts';
import { readSpanBounds } from './span-bounds.ts';
import { searchedRange } from './time-windows.ts';

/** Until the first byte; the engine keeps the result on its disk, so that a fault never follows rows. */
const EXPORT_SETTINGS = { max_execution_time: 100, output_format_json_quote_64bit_integers: 0 } as const;

/** One statement for all, whose rows leave the engine in the format asked for. */
export class ClickHouseTraceExport extends TraceExport {
  constructor(private readonly connection: ClickHouseConnection) {
    super();
  }

  override async write(
    search: Omit<TraceSearch, 'order' | 'limit' | 'after'>,
    format: ResultFormat,
  ): Promise<AsyncIterable<Uint8Array>> {
    const { filter } = search;
    const params = new SqlParams();
    const payloadKeys = new Set(attributeKeys(filter));
    const condition = filter ? filterSql(filter, { params, payloadKeys }) : '1';
    const range = searchedRange({ ...search, order: [], limit: 1 });
    const experiments = search.experimentIds;
    const sql = `
SELECT ${TRACE_VIEW_COLUMNS}
FROM (
  SELECT * FROM traces FINAL
  WHERE workspace_id = {workspace:String} AND experiment_id IN {experiments:Array(UInt32)}
    AND request_time >= fromUnixTimestamp64Nano({from:Int64}, 'UTC')
    AND request_time < fromUnixTimestamp64Nano({to:Int64}, 'UTC')
    AND ${condition}) AS t
FORMAT ${FORMAT_NAMES[format]}`;
    const bounds = usesSpans(filter) ? await readSpanBounds(this.connection, experiments, range) : {};
    return this.connection.stream(
      sql,
      { ...params.values, ...range, ...bounds, experiments, workspace: search.workspaceId },
      EXPORT_SETTINGS,
    );
  }
}
