import type { TraceRow } from '@millrace/domain';
import type { TracePage, TraceSearch } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { searchStatement, sortTypes } from '../queries/search-traces.ts';
import { readSpansInScope, traceFilterNeeds } from './filter-scope.ts';
import { decodePageToken, encodePageToken, TRACE_ID, type PagePosition } from './page-token.ts';
import { HOUR_NS, searchedRange, widenWindows, type TimeRange } from './time-windows.ts';
import { findTraceEdge } from './trace-edge.ts';
import { readTraceRows } from './trace-rows.ts';

interface KeyRow {
  readonly trace_hex: string;
  readonly experiment_id: number;
  readonly request_ns: string;
  readonly sort_values: readonly string[];
}

const MS_NS = 1_000_000n;

/** Finds one page: keys first, in ever wider windows of time, then the rows of the page. */
export class TraceSearcher {
  constructor(private readonly connection: ClickHouseConnection) {}

  async search(search: TraceSearch): Promise<TracePage> {
    if (search.experimentIds.length === 0 || search.limit <= 0) return { traces: [] };
    const identity = { ...search, limit: undefined, after: undefined };
    const after =
      search.after === undefined
        ? undefined
        : decodePageToken(identity, search.after, { values: sortTypes(search), id: TRACE_ID });
    const keys = await this.findKeys(search, after);
    const page = keys.slice(0, search.limit);
    const traces = await this.readPage(page);
    const last = page.at(-1);
    if (keys.length <= search.limit || !last) return { traces };
    const position = { values: last.sort_values, traceId: last.trace_hex };
    return { traces, next: encodePageToken(identity, position) };
  }

  /** One more than the page holds, which tells whether there is another. */
  private async findKeys(search: TraceSearch, after: PagePosition | undefined): Promise<KeyRow[]> {
    const needs = traceFilterNeeds(search.filter);
    const keys: KeyRow[] = [];
    for await (const window of this.windows(search, after)) {
      const { bounds, payloadKeys } = await readSpansInScope(this.connection, needs, search, window);
      const statement = searchStatement(search, after, payloadKeys);
      const rows = await this.connection.select<KeyRow>(statement.sql, {
        ...statement.params,
        ...bounds,
        from: window.from,
        to: window.to,
        limit: search.limit + 1 - keys.length,
      });
      keys.push(...rows);
      if (keys.length > search.limit) break;
    }
    return keys;
  }

  private async *windows(search: TraceSearch, after: PagePosition | undefined): AsyncGenerator<TimeRange> {
    const whole = searchedRange(search);
    const [first] = search.order;
    if (whole.from >= whole.to) return;
    if (first !== undefined && first.field !== 'timestamp') {
      yield whole;
      return;
    }
    const isDescending = first?.isDescending ?? true;
    let range = after ? beyond(whole, isDescending, BigInt(after.values[0] ?? '0')) : whole;
    const recent = isDescending ? recentPart(range) : undefined;
    if (recent) {
      yield recent;
      range = { from: range.from, to: recent.from };
    }
    const edge = await findTraceEdge(this.connection, search.experimentIds, range, isDescending);
    if (edge !== undefined) yield* widenWindows(range, isDescending, edge);
  }

  private async readPage(keys: readonly KeyRow[]): Promise<TraceRow[]> {
    const rows = await readTraceRows(
      this.connection,
      keys.map((key) => ({
        traceId: key.trace_hex,
        experimentId: key.experiment_id,
        requestTimeUnixNano: BigInt(key.request_ns),
      })),
    );
    const byId = new Map(rows.map((row) => [row.traceId, row]));
    return keys.flatMap((key) => byId.get(key.trace_hex) ?? []);
  }
}

/** The last hour, if the range has it: where traces still come, most pages are full without looking where they end. */
function recentPart(range: TimeRange): TimeRange | undefined {
  const from = BigInt(Date.now()) * MS_NS - HOUR_NS;
  return from > range.from && from < range.to ? { from, to: range.to } : undefined;
}

/** What is left of the range after a row that was requested at `at`. */
function beyond(range: TimeRange, isDescending: boolean, at: bigint): TimeRange {
  return isDescending
    ? { from: range.from, to: at + 1n < range.to ? at + 1n : range.to }
    : { from: at > range.from ? at : range.from, to: range.to };
}
