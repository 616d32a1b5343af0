import { Rejected, type TraceRow } from '@millrace/domain';
import {
  TraceReader,
  type FoundSpanPage,
  type SkeletonPage,
  type SpanSearch,
  type SpanWindow,
  type StoredSpan,
  type TraceOutline,
  type TracePage,
  type TraceSearch,
} from '@millrace/ports';
import { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import {
  READ_COMPLETED_VERSIONS,
  READ_OUTLINE,
  READ_ROOTS,
  READ_SKELETON,
  READ_SPANS,
  READ_SPANS_OF,
} from '../queries/read-spans.ts';
import { minutePlaces } from './minute-places.ts';
import { SpanSearcher } from './span-search.ts';
import { toSkeleton, toStoredSpans, type SkeletonRow, type SpanRow } from './span-rows.ts';
import { TRACE_ID } from './trace-places.ts';
import { readTraceRowsById } from './trace-rows.ts';
import { TraceSearcher } from './trace-search.ts';

const SPAN_TOKEN = /^(-?\d{1,19})-([0-9a-f]{16})$/;
const SPAN_ID = /^[0-9a-f]{16}$/;
/** A trace that moves while it is looked for is found at its new place by the second look. */
const MOVE_ATTEMPTS = 2;
/** Whole rows pass through memory, payloads included. */
const ROOTS_PER_QUERY = 200;
/** Payloads come whole, so many large spans may need more than a search. */
const PAYLOAD_SETTINGS = { max_memory_usage: String(1024 * 1024 * 1024) };

/** Reads traces from ClickHouse by keys that its primary indexes know. */
export class ClickHouseTraceReader extends TraceReader {
  private readonly searcher: TraceSearcher;
  private readonly spanSearcher: SpanSearcher;

  constructor(private readonly connection: ClickHouseConnection) {
    super();
    this.searcher = new TraceSearcher(connection);
    this.spanSearcher = new SpanSearcher(connection);
  }

  override searchTraces(search: TraceSearch): Promise<TracePage> {
    return this.searcher.search(search);
  }

  override searchSpans(search: SpanSearch): Promise<FoundSpanPage> {
    return this.spanSearcher.search(search);
  }

  /** Of the places that a trace has had, one has a row that is not withdrawn, unless the trace was deleted. */
  override async findTraces(workspaceId: string, traceIds: readonly string[]): Promise<TraceRow[]> {
    const found = new Map<string, TraceRow>();
    let wanted = [...new Set(traceIds)].filter((id) => TRACE_ID.test(id));
    for (let attempt = 0; attempt < MOVE_ATTEMPTS && wanted.length > 0; attempt += 1) {
      for (const row of await readTraceRowsById(this.connection, workspaceId, wanted)) {
        const other = found.get(row.traceId);
        if (other === undefined || other.version < row.version) found.set(row.traceId, row);
      }
      wanted = wanted.filter((traceId) => !found.has(traceId));
    }
    return [...found.values()];
  }

  override async readSkeleton(trace: TraceRow, window: SpanWindow): Promise<SkeletonPage> {
    if (trace.minSpanStartUnixNano === undefined) return { spans: [] };
    const rows = await this.connection.select<SkeletonRow>(READ_SKELETON, {
      ...boundsOf(trace),
      ...spanPosition(window.after),
      limit: window.limit + 1,
    });
    const spans = rows.slice(0, window.limit).map(toSkeleton);
    const last = spans.at(-1);
    if (rows.length <= window.limit || !last) return { spans };
    return { spans, next: `${last.startTimeUnixNano}-${last.spanId}` };
  }

  override async readOutline(trace: TraceRow, limit: number): Promise<TraceOutline> {
    if (trace.minSpanStartUnixNano === undefined) return super.readOutline(trace, limit);
    return this.connection.selectColumns<TraceOutline>(READ_OUTLINE, { ...boundsOf(trace), limit });
  }

  override async readSpans(trace: TraceRow, spanIds?: readonly string[]): Promise<StoredSpan[]> {
    if (trace.minSpanStartUnixNano === undefined || spanIds?.length === 0) return [];
    const params = {
      ...boundsOf(trace),
      ...(spanIds && { spanIds: spanIds.filter((id) => SPAN_ID.test(id)) }),
    };
    const sql = READ_SPANS(spanIds !== undefined);
    return toStoredSpans(await this.connection.select<SpanRow>(sql, params, PAYLOAD_SETTINGS));
  }

  override async readRoots(traces: readonly TraceRow[]): Promise<StoredSpan[]> {
    const roots = new Map<string, string>();
    for (const { traceId, rootSpanId } of traces) {
      if (rootSpanId !== undefined && SPAN_ID.test(rootSpanId)) roots.set(traceId, rootSpanId);
    }
    const stored: StoredSpan[] = [];
    for (const [workspace, own] of Map.groupBy(traces, ({ workspaceId }) => workspaceId)) {
      const withRoots = own.filter(({ traceId }) => roots.has(traceId));
      for (let start = 0; start < withRoots.length; start += ROOTS_PER_QUERY) {
        const params = { workspace, ...boundsOfAll(withRoots.slice(start, start + ROOTS_PER_QUERY)) };
        stored.push(
          ...toStoredSpans(await this.connection.select<SpanRow>(READ_ROOTS, params, PAYLOAD_SETTINGS)),
        );
      }
    }
    // A span id may be that of another trace's root.
    return stored.filter(({ span }) => roots.get(span.traceId) === span.spanId);
  }

  override async readSpansOf(traces: readonly TraceRow[]): Promise<StoredSpan[]> {
    const stored: StoredSpan[] = [];
    for (const [workspace, own] of Map.groupBy(traces, ({ workspaceId }) => workspaceId)) {
      const { places, long } = minutePlaces(own);
      if (places.length > 0) {
        const params = { workspace, places };
        stored.push(
          ...toStoredSpans(await this.connection.select<SpanRow>(READ_SPANS_OF, params, PAYLOAD_SETTINGS)),
        );
      }
      for (const trace of long) stored.push(...(await this.readSpans(trace)));
    }
    return stored;
  }

  override async readCompletedVersions(workspaceId: string, traceId: string): Promise<bigint[]> {
    const rows = await this.connection.select<{ key: string }>(READ_COMPLETED_VERSIONS, {
      workspace: workspaceId,
      traceId,
    });
    return rows.map((row) => BigInt(row.key)).sort((a, b) => (a < b ? -1 : Number(a > b)));
  }
}

function boundsOfAll(traces: readonly TraceRow[]) {
  const starts = traces.map((trace) => trace.minSpanStartUnixNano ?? 0n);
  const ends = traces.map((trace) => trace.maxSpanStartUnixNano ?? 0n);
  return {
    experiments: [...new Set(traces.flatMap(({ spanExperimentIds }) => spanExperimentIds))],
    from: starts.reduce((a, b) => (a < b ? a : b)),
    to: ends.reduce((a, b) => (a > b ? a : b)),
    traceIds: traces.map(({ traceId }) => traceId),
    spanIds: traces.flatMap(({ rootSpanId }) => rootSpanId ?? []),
  };
}

function boundsOf(trace: TraceRow) {
  return {
    workspace: trace.workspaceId,
    experiments: trace.spanExperimentIds,
    from: trace.minSpanStartUnixNano ?? 0n,
    to: trace.maxSpanStartUnixNano ?? 0n,
    traceId: trace.traceId,
  };
}

function spanPosition(after: string | undefined) {
  if (after === undefined) return { afterStart: '-1', afterSpan: 'f'.repeat(16) };
  const [, afterStart, afterSpan] = SPAN_TOKEN.exec(after) ?? [];
  if (afterStart === undefined || afterSpan === undefined) {
    throw new Rejected('the page token is damaged: begin again without a token');
  }
  return { afterStart, afterSpan };
}
