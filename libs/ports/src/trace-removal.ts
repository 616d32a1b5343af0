/** Whose traces are looked for: of a user, of a session, or of both where both are named. */
export interface Person {
  readonly workspaceId: string;
  /** Absent: all experiments of the workspace. */
  readonly experimentIds?: readonly number[] | undefined;
  readonly userId?: string | undefined;
  readonly sessionId?: string | undefined;
}

/** Traces by id, and where their rows may stand. */
export interface TraceSelection {
  readonly workspaceId: string;
  readonly traceIds: readonly string[];
  /** Every experiment that may have a row of them. */
  readonly experimentIds: readonly number[];
  /** Between which their spans began, inclusive; absent: at any time, for which everything of the experiments is looked through. */
  readonly fromUnixNano?: bigint | undefined;
  readonly toUnixNano?: bigint | undefined;
}

/** What rows of whatever version say about a trace. */
export interface StoredTraceFacts {
  readonly traceId: string;
  readonly experimentIds: readonly number[];
  readonly userIds: readonly string[];
  readonly sessionIds: readonly string[];
  readonly spanCount: number;
}

/** Rows of traces, superseded and withdrawn ones among them. */
export interface StoredRows {
  readonly spans: number;
  readonly traces: number;
  readonly entries: number;
  readonly deadLetters: number;
  /** On disk, by the share of the rows of their table. */
  readonly bytes: number;
}

/** A page of trace ids in their order. */
export interface IdPage {
  /** The last id of the page before. */
  readonly after?: string | undefined;
  readonly limit: number;
}

/**
 * Taking traces out of storage for good. Isolates ClickHouse.
 *
 * A trace must be deleted (a `deletion` entry that the writer has stored) before it is removed. Its tombstone stays: that entry and its
 * places, which are ids and times only. So spans and words that come later are withdrawn by the writer as those of any deleted trace,
 * show nowhere, and are removed by the next removal of the trace.
 *
 * Every call may be repeated. Errors: Unavailable.
 */
export abstract class TraceRemoval {
  /** Traces that a row names the user or session for, be it superseded or withdrawn; by id. */
  abstract findOf(person: Person, page: IdPage): Promise<string[]>;
  /** Traces deleted before then of which more than the tombstone is stored; by id. */
  abstract findDeleted(
    deleted: { readonly workspaceId: string; readonly before: number },
    page: IdPage,
  ): Promise<string[]>;
  /** Traces of the calls by which judges assessed the traces. */
  abstract findJudging(workspaceId: string, traceIds: readonly string[]): Promise<string[]>;
  /** Those of the traces that have rows. */
  abstract describe(selection: TraceSelection): Promise<StoredTraceFacts[]>;
  /** What is stored of the traces besides their tombstones. */
  abstract count(selection: TraceSelection): Promise<StoredRows>;
  /** On return no query finds a row of them besides their tombstones; the bytes are on the disk until `purge`. */
  abstract remove(selection: TraceSelection): Promise<void>;
  /** On return no part in use holds a removed row; parts out of use are deleted by the engine within minutes. */
  abstract purge(): Promise<void>;
}
