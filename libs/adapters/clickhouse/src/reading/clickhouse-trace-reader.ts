import { Rejected, type TraceRow } from '@millrace/domain';
import {
  TraceReader,
  type SkeletonPage,
  type SpanWindow,
  type StoredSpan,
  type TracePage,
  type TraceSearch,
} from '@millrace/ports';
import { ClickHouseConnection } from '../connection/clickhouse-connection.ts';
import { READ_COMPLETED_VERSIONS, READ_SKELETON, READ_SPANS } from '../queries/read-spans.ts';
import { toSkeleton, toStoredSpan, type SkeletonRow, type SpanRow } from './span-rows.ts';
import { findPlaces } from './trace-places.ts';
import { readTraceRows } from './trace-rows.ts';
import { TraceSearcher } from './trace-search.ts';

const SPAN_TOKEN = /^(-?\d{1,19})-([0-9a-f]{16})$/;
const SPAN_ID = /^[0-9a-f]{16}$/;
/** Times to look for traces whose row moved between the look into the index and the look at the row. */
const MOVE_ATTEMPTS = 3;

/** Reads traces from ClickHouse by keys that its primary indexes know. */
export class ClickHouseTraceReader extends TraceReader {
  private readonly searcher: TraceSearcher;

  constructor(private readonly connection: ClickHouseConnection) {
    super();
    this.searcher = new TraceSearcher(connection);
  }

  override searchTraces(search: TraceSearch): Promise<TracePage> {
    return this.searcher.search(search);
  }

  override async findTraces(workspaceId: string, traceIds: readonly string[]): Promise<TraceRow[]> {
    const found: TraceRow[] = [];
    let wanted: readonly string[] = [...new Set(traceIds)];
    for (let attempt = 0; attempt < MOVE_ATTEMPTS && wanted.length > 0; attempt += 1) {
      const places = (await findPlaces(this.connection, workspaceId, wanted)).filter(
        (place) => !place.isDeleted,
      );
      const rows = await readTraceRows(this.connection, places);
      found.push(...rows.filter((row) => row.workspaceId === workspaceId));
      const seen = new Set(rows.map((row) => row.traceId));
      wanted = places.map((place) => place.traceId).filter((traceId) => !seen.has(traceId));
    }
    return found;
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

  override async readSpans(trace: TraceRow, spanIds?: readonly string[]): Promise<StoredSpan[]> {
    if (trace.minSpanStartUnixNano === undefined || spanIds?.length === 0) return [];
    const rows = await this.connection.select<SpanRow>(READ_SPANS(spanIds !== undefined), {
      ...boundsOf(trace),
      ...(spanIds && { spanIds: spanIds.filter((id) => SPAN_ID.test(id)) }),
    });
    return rows.map(toStoredSpan);
  }

  override async readCompletedVersions(workspaceId: string, traceId: string): Promise<bigint[]> {
    const rows = await this.connection.select<{ key: string }>(READ_COMPLETED_VERSIONS, {
      workspace: workspaceId,
      traceId,
    });
    return rows.map((row) => BigInt(row.key)).sort((a, b) => (a < b ? -1 : Number(a > b)));
  }
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
