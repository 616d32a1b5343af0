import type { NormalSpan, SpanCost, SpanFacts, TraceEntry, TraceRow } from '@millrace/domain';

export interface TraceKey {
  readonly workspaceId: string;
  readonly traceId: string;
}

/**
 * Where a row of a trace stands: storage replaces the row in place while experiment and hour of request are the same. A trace
 * whose root turns up in another experiment, or whose start moves, leaves its place; its former rows must be withdrawn.
 */
export interface TracePlace {
  readonly experimentId: number;
  readonly requestTimeUnixNano: bigint;
}

/** What is stored of a trace: all that `computeTrace` needs. */
export interface StoredTrace extends TraceKey {
  readonly spans: readonly SpanFacts[];
  readonly entries: readonly TraceEntry[];
  /** Every place where a row of it may stand, also after a kill between any two writes. */
  readonly places: readonly TracePlace[];
  /** Version of the stored trace row. */
  readonly version: bigint;
}

/** A span row to be withdrawn: its id was sent again with another start or experiment, or its trace was deleted. */
export interface WithdrawnSpan {
  readonly experimentId: number;
  readonly startTimeUnixNano: bigint;
  readonly traceId: string;
  readonly spanId: string;
  readonly sequence: bigint;
}

/** Where one version of a span stands. */
export interface SpanPlace extends TraceKey {
  readonly experimentId: number;
  readonly startTimeUnixNano: bigint;
  readonly spanId: string;
}

/** A stored span that has another cost from now on. */
export interface RepricedSpan extends TraceKey {
  readonly experimentId: number;
  readonly startTimeUnixNano: bigint;
  readonly spanId: string;
  /** Its new version: a row of a later one is left as it is. */
  readonly sequence: bigint;
  readonly cost: SpanCost | undefined;
}

/** Rows encoded as they are added, written in one go. Not reusable after `write` has resolved. */
export interface SpanBatch {
  readonly spanCount: number;
  /** Encoded size so far, in bytes. */
  readonly byteLength: number;
  addSpan(span: NormalSpan): void;
  withdrawSpan(span: WithdrawnSpan): void;
  /** Stored anew with this cost and sequence, nothing else changed; spans of the same batch count as stored. */
  repriceSpan(span: RepricedSpan): void;
  addEntries(key: TraceKey, entries: readonly TraceEntry[]): void;
  /** Durable on return; may be called again after Unavailable. Throws Unavailable, or Rejected when the rows themselves are at fault. */
  write(): Promise<void>;
}

export interface TraceWrite {
  readonly row: TraceRow;
  /** Places it has left or may have left: their rows are withdrawn, at the version of `row`. */
  readonly formerPlaces: readonly TracePlace[];
  /** The trace was deleted: withdraw its row. */
  readonly isDeleted: boolean;
}

export interface DeadLetter {
  /** Unique and stable under redelivery: `<shard>-<sequence>`. */
  readonly id: string;
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly traceId: string;
  /** Milliseconds since the epoch. */
  readonly failedAt: number;
  readonly reason: string;
  /** The record as it stood in the log; empty in listings. */
  readonly record: Uint8Array;
}

/**
 * Storage of spans and traces, as the writer sees it. Isolates ClickHouse.
 *
 * Every call is idempotent: the same rows written twice, or an older version after a newer, change no answer.
 * Errors: Unavailable (the same call may succeed later), Rejected (these rows never will).
 */
export abstract class SpanStore {
  abstract openBatch(): SpanBatch;
  /** The index of their places first, then the rows: so no row ever stands at a place that the index does not know. */
  abstract writeTraces(writes: readonly TraceWrite[]): Promise<void>;
  /** Those of the traces that are stored; sees everything this process wrote before. */
  abstract loadTraces(keys: readonly TraceKey[]): Promise<StoredTrace[]>;
  /** Those of the spans that are stored, whole, in their newest version; sees everything this process wrote before. */
  abstract loadSpans(places: readonly SpanPlace[]): Promise<NormalSpan[]>;
  /** Traces with an ended root, requested since then, whose content is newer than that of their latest `completion` entry. */
  abstract findUncompleted(requestedSinceUnixNano: bigint): Promise<TraceRow[]>;
  abstract writeDeadLetters(letters: readonly DeadLetter[]): Promise<void>;
  /** Newest first, records left out. */
  abstract listDeadLetters(workspaceId: string, limit: number): Promise<DeadLetter[]>;
  /** With their records. */
  abstract readDeadLetters(workspaceId: string, ids: readonly string[]): Promise<DeadLetter[]>;
  /** After a replay or on an operator's word. */
  abstract removeDeadLetters(workspaceId: string, ids: readonly string[]): Promise<void>;
  /** Resolves when a real query succeeds; throws Unavailable saying why not. */
  abstract checkReady(): Promise<void>;
}
