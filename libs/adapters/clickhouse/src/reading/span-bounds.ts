import type { ClickHouseConnection, QueryParams } from '../connection/clickhouse-connection.ts';
import { FIND_SPAN_BOUNDS } from '../queries/search-traces.ts';
import type { TimeRange } from './time-windows.ts';

/** The values of SPAN_BOUNDS: where the spans of all traces of these experiments lie that were requested in a time range. */
export async function readSpanBounds(
  connection: ClickHouseConnection,
  experiments: readonly number[],
  { from, to }: TimeRange,
): Promise<QueryParams> {
  const [row] = await connection.select<{
    min_ns: string | null;
    max_ns: string | null;
    experiments: readonly number[];
  }>(FIND_SPAN_BOUNDS, { experiments, from, to });
  return {
    spanFrom: row?.min_ns ?? '0',
    spanTo: row?.max_ns ?? '0',
    spanExperiments: row?.experiments ?? [],
  };
}
