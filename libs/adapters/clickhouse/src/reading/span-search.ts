import { TupleParam } from '@clickhouse/client';
import type { FoundSpan, FoundSpanPage, SpanSearch } from '@millrace/ports';
import type { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { LONGEST_TRACE_NS } from '../queries/analytics/analytics-statement.ts';
import { READ_FOUND_SPANS } from '../queries/read-spans.ts';
import { findLastSpans, spanSearchStatement } from '../queries/search-spans.ts';
import { readSpansInScope, spanSearchNeeds } from './filter-scope.ts';
import {
  decodePageToken,
  encodePageToken,
  TRACE_ID,
  type PagePosition,
  type PageShape,
} from './page-token.ts';
import { toSkeleton, type SkeletonRow } from './span-rows.ts';
import { searchedTimes, widenWindows, type TimeRange } from './time-windows.ts';

interface KeyRow {
  readonly trace_hex: string;
  readonly span_hex: string;
  readonly experiment_id: number;
  readonly start_ns: string;
}

interface FoundRow extends SkeletonRow {
  readonly trace_hex: string;
  readonly experiment_id: number;
}

const POSITION: PageShape = { values: ['Int64', 'FixedString(8)'], id: TRACE_ID };
/** More experiments than this are searched from the end of the range, without looking where each ends. */
const EDGE_EXPERIMENTS = 32;
const MINUTE_S = 60;
const SECOND_NS = 1_000_000_000n;

/** Finds a page of spans, the newest first: keys in ever wider windows of time, then their light columns. */
export class SpanSearcher {
  constructor(private readonly connection: ClickHouseConnection) {}

  async search(search: SpanSearch): Promise<FoundSpanPage> {
    if (search.experimentIds.length === 0 || search.limit <= 0) return { spans: [] };
    const identity = { ...search, limit: undefined, after: undefined };
    const after = search.after === undefined ? undefined : decodePageToken(identity, search.after, POSITION);
    const keys = await this.findKeys(search, after);
    const page = keys.slice(0, search.limit);
    const spans = await this.readPage(search.workspaceId, page);
    const last = page.at(-1);
    if (keys.length <= search.limit || !last) return { spans };
    const position = { values: [last.start_ns, last.span_hex], traceId: last.trace_hex };
    return { spans, next: encodePageToken(identity, position) };
  }

  /** One more than the page holds, which tells whether there is another. */
  private async findKeys(search: SpanSearch, after: PagePosition | undefined): Promise<KeyRow[]> {
    const needs = spanSearchNeeds(search.filter);
    const keys: KeyRow[] = [];
    for (const window of await this.windows(search, after)) {
      const around = { from: window.from - LONGEST_TRACE_NS, to: window.to };
      const { bounds, payloadKeys } = await readSpansInScope(this.connection, needs, search, around);
      const { sql, params } = spanSearchStatement(search, after, payloadKeys);
      const limit = search.limit + 1 - keys.length;
      keys.push(
        ...(await this.connection.select<KeyRow>(sql, {
          ...params,
          ...bounds,
          from: window.from,
          to: window.to,
          limit,
        })),
      );
      if (keys.length > search.limit) break;
    }
    return keys;
  }

  private async windows(search: SpanSearch, after: PagePosition | undefined): Promise<readonly TimeRange[]> {
    const { from, to: end } = searchedTimes(search);
    const last = after && BigInt(after.values[0] ?? '0') + 1n;
    const to = last !== undefined && last < end ? last : end;
    if (from >= to) return [];
    const experiments = [...new Set(search.experimentIds)];
    if (experiments.length > EDGE_EXPERIMENTS) return [...widenWindows({ from, to }, true, to)];
    const places = Object.fromEntries(experiments.map((id, index) => [`experiment${index}`, id]));
    const rows = await this.connection.select<{ minute: number }>(findLastSpans(experiments.length), {
      ...places,
      from,
      to,
    });
    if (rows.length === 0) return [];
    const edge = BigInt(Math.max(...rows.map(({ minute }) => minute)) + MINUTE_S) * SECOND_NS;
    return [...widenWindows({ from, to }, true, edge)];
  }

  private async readPage(workspace: string, keys: readonly KeyRow[]): Promise<FoundSpan[]> {
    if (keys.length === 0) return [];
    const rows = await this.connection.select<FoundRow>(READ_FOUND_SPANS, {
      workspace,
      places: keys.map(
        ({ experiment_id, start_ns, trace_hex }) =>
          new TupleParam([
            experiment_id,
            Math.floor(Number(BigInt(start_ns) / SECOND_NS) / MINUTE_S) * MINUTE_S,
            trace_hex,
          ]),
      ),
      spanIds: keys.map(({ span_hex }) => span_hex),
    });
    const found = new Map(rows.map((row) => [`${row.trace_hex}/${row.span_hex}/${row.start_ns}`, row]));
    return keys.flatMap((key) => {
      const row = found.get(`${key.trace_hex}/${key.span_hex}/${key.start_ns}`);
      return row ? [{ ...toSkeleton(row), traceId: row.trace_hex, experimentId: row.experiment_id }] : [];
    });
  }
}
