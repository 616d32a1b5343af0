import type { TracePlace } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { FIND_PLACES } from '../queries/trace-lookups.ts';

/** Ids looked up with one query. */
export const IDS_PER_QUERY = 1000;

/** What `trace_index` knows about a trace. */
export interface IndexedTrace {
  readonly traceId: string;
  /** The newest first. */
  readonly places: readonly TracePlace[];
  readonly version: bigint;
  /** Bounds of the starts of its spans; meaningless when `spanExperimentIds` is empty. */
  readonly minSpanStartUnixNano: bigint;
  readonly maxSpanStartUnixNano: bigint;
  readonly spanExperimentIds: readonly number[];
}

interface IndexRow {
  readonly trace_hex: string;
  readonly row_version: string;
  readonly experiment_id: number;
  readonly request_ns: string;
  readonly min_start_ns: string;
  readonly max_start_ns: string;
  readonly experiments: readonly number[];
}

/** An id as it is stored. */
export const TRACE_ID = /^[0-9a-f]{32}$/;

/** Those of the traces that are stored, deleted ones among them. Ids that can be none are not looked for. */
export async function findPlaces(
  connection: ClickHouseConnection,
  workspace: string,
  traceIds: readonly string[],
): Promise<IndexedTrace[]> {
  const ids = traceIds.filter((id) => TRACE_ID.test(id));
  const found: IndexedTrace[] = [];
  for (let start = 0; start < ids.length; start += IDS_PER_QUERY) {
    const rows = await connection.select<IndexRow>(FIND_PLACES, {
      workspace,
      ids: ids.slice(start, start + IDS_PER_QUERY),
    });
    for (const own of Map.groupBy(rows, (row) => row.trace_hex).values()) found.push(toIndexedTrace(own));
  }
  return found;
}

/** Rows of one trace, the newest first. Bounds are widened over all of them: an older row may know of spans since withdrawn, at no harm. */
function toIndexedTrace(rows: readonly IndexRow[]): IndexedTrace {
  const [newest] = rows;
  const withSpans = rows.filter((row) => row.experiments.length > 0);
  const starts = withSpans.map((row) => BigInt(row.min_start_ns));
  const ends = withSpans.map((row) => BigInt(row.max_start_ns));
  return {
    traceId: newest?.trace_hex ?? '',
    places: rows.map((row) => ({
      experimentId: row.experiment_id,
      requestTimeUnixNano: BigInt(row.request_ns),
    })),
    version: BigInt(newest?.row_version ?? 0),
    minSpanStartUnixNano: starts.reduce((a, b) => (a < b ? a : b), starts[0] ?? 0n),
    maxSpanStartUnixNano: ends.reduce((a, b) => (a > b ? a : b), 0n),
    spanExperimentIds: [...new Set(withSpans.flatMap((row) => row.experiments))],
  };
}
