import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { findEdges } from '../queries/search-traces.ts';
import { HOUR_NS, type TimeRange } from './time-windows.ts';

/** More experiments than this are searched from the end of the range, without looking where each begins. */
const EDGE_EXPERIMENTS = 32;
const SECOND_NS = 1_000_000_000n;

/** Where the first trace of the range stands, or descending the last, to the hour; undefined when there is none. */
export async function findTraceEdge(
  connection: ClickHouseConnection,
  experimentIds: readonly number[],
  range: TimeRange,
  isDescending: boolean,
): Promise<bigint | undefined> {
  const experiments = [...new Set(experimentIds)];
  if (experiments.length > EDGE_EXPERIMENTS) return isDescending ? range.to : range.from;
  const params = Object.fromEntries(experiments.map((id, index) => [`experiment${index}`, id]));
  const rows = await connection.select<{ hour: number }>(findEdges(experiments.length, isDescending), {
    ...params,
    from: range.from,
    to: range.to,
  });
  if (rows.length === 0) return undefined;
  const hours = rows.map((row) => row.hour);
  return isDescending
    ? BigInt(Math.max(...hours)) * SECOND_NS + HOUR_NS
    : BigInt(Math.min(...hours)) * SECOND_NS;
}
