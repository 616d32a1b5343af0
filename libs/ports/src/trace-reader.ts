import type {
  BlobReference,
  Filter,
  OtlpSpan,
  SpanCost,
  SpanMeaning,
  SpanSearchFilter,
  StatusCode,
  TokenUsage,
  TraceRow,
} from '@millrace/domain';
import { toTraceOutline, type TraceOutline } from './trace-outline.ts';

const OUTLINE_PAGE = 5000;

export interface TraceOrder {
  readonly field: TraceOrderField;
  /** For `tag` and `metadata`. */
  readonly key?: string;
  readonly isDescending: boolean;
}

export type TraceOrderField =
  | 'timestamp'
  | 'execution_time'
  | 'end_time'
  | 'status'
  | 'request_id'
  | 'name'
  | 'experiment_id'
  | 'run_id'
  | 'tag'
  | 'metadata';

export interface TraceSearch {
  readonly workspaceId: string;
  readonly experimentIds: readonly number[];
  readonly filter?: Filter;
  /** True: traces that judges made are no traffic and not found. */
  readonly leavesOutJudgeTraces?: boolean;
  /** Bounds on the request time, inclusive and exclusive. */
  readonly fromUnixNano?: bigint;
  readonly toUnixNano?: bigint;
  /** Completed by trace id; empty means newest first. */
  readonly order: readonly TraceOrder[];
  readonly limit: number;
  /** `next` of the page before. Throws Rejected if it is not one of this search's. */
  readonly after?: string;
}

export interface TracePage {
  readonly traces: readonly TraceRow[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** A span without payloads: enough to draw the tree and the timeline. */
export interface SpanSkeleton {
  readonly spanId: string;
  readonly parentSpanId: string | undefined;
  readonly name: string;
  readonly type: string;
  readonly startTimeUnixNano: bigint;
  readonly endTimeUnixNano: bigint;
  readonly statusCode: StatusCode;
  readonly statusMessage: string;
  readonly service: string;
  readonly model: string | undefined;
  readonly provider: string | undefined;
  readonly tokens: TokenUsage | undefined;
  readonly cost: SpanCost | undefined;
  readonly timeToFirstTokenMs: number | undefined;
}

export interface SpanSearch {
  readonly workspaceId: string;
  readonly experimentIds: readonly number[];
  readonly filter?: SpanSearchFilter;
  /** Bounds on the start, inclusive and exclusive. */
  readonly fromUnixNano?: bigint;
  readonly toUnixNano?: bigint;
  readonly limit: number;
  /** `next` of the page before. Throws Rejected if it is not one of this search's. */
  readonly after?: string;
}

export interface FoundSpan extends SpanSkeleton {
  readonly traceId: string;
  readonly experimentId: number;
}

/** The newest first. */
export interface FoundSpanPage {
  readonly spans: readonly FoundSpan[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** A span as stored: its attributes whole, but for those in `blobs`, which read as null. */
export interface StoredSpan {
  readonly experimentId: number;
  readonly span: OtlpSpan;
  readonly meaning: SpanMeaning;
  readonly blobs: ReadonlyMap<string, BlobReference>;
}

/** Page through the spans of a trace in order of start time, then span id. */
export interface SpanWindow {
  readonly limit: number;
  readonly after?: string;
}

export interface SkeletonPage {
  readonly spans: readonly SpanSkeleton[];
  readonly next?: string;
}

/**
 * Reading of traces. Isolates ClickHouse. Every answer is de-duplicated before anything that can change is filtered on.
 * Errors: Unavailable; Rejected (a filter this store can't answer, a bad page token).
 */
export abstract class TraceReader {
  abstract searchTraces(search: TraceSearch): Promise<TracePage>;
  abstract searchSpans(search: SpanSearch): Promise<FoundSpanPage>;
  /** Those that exist, in no particular order. */
  abstract findTraces(workspaceId: string, traceIds: readonly string[]): Promise<TraceRow[]>;
  abstract readSkeleton(trace: TraceRow, window: SpanWindow): Promise<SkeletonPage>;
  /** The first spans of a trace, at most `limit`. An adapter that can reads them by column. */
  async readOutline(trace: TraceRow, limit: number): Promise<TraceOutline> {
    const spans: SpanSkeleton[] = [];
    let after: string | undefined;
    do {
      const wanted = Math.min(OUTLINE_PAGE, limit - spans.length);
      const page = await this.readSkeleton(trace, { limit: wanted, ...(after !== undefined && { after }) });
      spans.push(...page.spans);
      after = page.next;
    } while (after !== undefined && spans.length < limit);
    return toTraceOutline(spans, trace.minSpanStartUnixNano ?? 0n);
  }

  /** The named spans of a trace, or all of them, by start time. */
  abstract readSpans(trace: TraceRow, spanIds?: readonly string[]): Promise<StoredSpan[]>;
  /** The root spans of those traces that have one, in no particular order. An adapter that can reads them at once. */
  async readRoots(traces: readonly TraceRow[]): Promise<StoredSpan[]> {
    const roots: StoredSpan[] = [];
    for (const trace of traces) {
      if (trace.rootSpanId !== undefined) roots.push(...(await this.readSpans(trace, [trace.rootSpanId])));
    }
    return roots;
  }

  /**
   * All spans of several traces, in no particular order. They are in memory at once, so it is for small traces. An adapter that can
   * reads them at once.
   */
  async readSpansOf(traces: readonly TraceRow[]): Promise<StoredSpan[]> {
    const spans: StoredSpan[] = [];
    for (const trace of traces) spans.push(...(await this.readSpans(trace)));
    return spans;
  }

  /** Content versions of the trace for which `trace.completed` was published, rising. */
  abstract readCompletedVersions(workspaceId: string, traceId: string): Promise<bigint[]>;
}
