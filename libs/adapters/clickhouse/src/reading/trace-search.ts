import type { TraceRow } from '@millrace/domain';
import type { TracePage, TraceSearch } from '@millrace/ports';
import type { ClickHouseConnection, QueryParams } from '../connection/clickhouse-connection.ts';
import { attributeKeys, usesSpans } from '../queries/filter-sql.ts';
import { findEdges, findPayloadKeys, searchStatement, sortValueCount } from '../queries/search-traces.ts';
import { decodePageToken, encodePageToken, type PagePosition } from './page-token.ts';
import { readSpanBounds } from './span-bounds.ts';
import { HOUR_NS, searchedRange, widenWindows, type TimeRange } from './time-windows.ts';
import { readTraceRows } from './trace-rows.ts';

interface KeyRow {
  readonly trace_hex: string;
  readonly experiment_id: number;
  readonly request_ns: string;
  readonly sort_values: readonly string[];
}

/** More experiments than this are searched from the end of the range, without looking where each begins. */
const EDGE_EXPERIMENTS = 32;
const SECOND_NS = 1_000_000_000n;
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
        : decodePageToken(identity, search.after, sortValueCount(search));
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
    const attributes = attributeKeys(search.filter);
    const needsSpans = usesSpans(search.filter);
    let statement = searchStatement(search, after, new Set(attributes));
    const keys: KeyRow[] = [];
    for await (const window of this.windows(search, after)) {
      const bounds = needsSpans ? await readSpanBounds(this.connection, search.experimentIds, window) : {};
      if (attributes.length > 0) {
        statement = searchStatement(search, after, await this.payloadKeys(search, attributes, bounds));
      }
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

  private async payloadKeys(
    search: TraceSearch,
    attributes: readonly string[],
    bounds: QueryParams,
  ): Promise<ReadonlySet<string>> {
    const { sql, params } = findPayloadKeys(attributes);
    const workspace = search.workspaceId;
    const rows = await this.connection.select<{ key: string }>(sql, { ...params, ...bounds, workspace });
    return new Set(rows.map((row) => row.key));
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
    const edge = await this.findEdge(search, range, isDescending);
    if (edge !== undefined) yield* widenWindows(range, isDescending, edge);
  }

  /** Where the first trace of the range stands, to the hour; undefined when there is none. */
  private async findEdge(
    search: TraceSearch,
    range: TimeRange,
    isDescending: boolean,
  ): Promise<bigint | undefined> {
    const experiments = [...new Set(search.experimentIds)];
    if (experiments.length > EDGE_EXPERIMENTS) return isDescending ? range.to : range.from;
    const params = Object.fromEntries(experiments.map((id, index) => [`experiment${index}`, id]));
    const rows = await this.connection.select<{ hour: number }>(findEdges(experiments.length, isDescending), {
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
