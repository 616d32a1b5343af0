/** One record as it travels: records with one key keep their order and go to one shard. */
export interface LogRecord {
  /** `<workspace>/<trace id>`. */
  readonly key: string;
  /** See trace-record.ts. May exceed a broker's default limit of 1 MB, up to MAX_LOG_RECORD_BYTES. */
  readonly value: Uint8Array;
}

/** A record read back from the log. */
export interface LogEntry {
  readonly shard: number;
  /** (epoch, offset) as epoch * 2^48 + offset: rises within a shard, and never falls for one key. */
  readonly sequence: bigint;
  /** When the log took it, milliseconds since the epoch. */
  readonly appendedAt: number;
  readonly value: Uint8Array;
}

/** The largest value `append` must accept, in bytes. */
export const MAX_LOG_RECORD_BYTES = 8 * 1024 * 1024;

/** How complete what is stored is, compared with what was acknowledged. */
export interface Freshness {
  /** Everything acknowledged up to this time is stored; milliseconds since the epoch by the clock that stamps `appendedAt`. */
  readonly completeTo: number;
  /** How long before the question that was, by the same clock, in milliseconds; 0 when complete. */
  readonly lagMs: number;
  /** True when everything acknowledged before the question is stored. */
  readonly isComplete: boolean;
}

/** How long a read that must see what was acknowledged before it waits, in milliseconds; then it answers with what there is. */
export const READ_BARRIER_MS = 2_000;

export interface BarrierOptions {
  /** Wait only for this key's shard; absent: for all shards. */
  readonly key?: string;
  /** How long to wait at most, in milliseconds. */
  readonly timeoutMs: number;
}

/** The one consumer of a log: the writer. */
export interface SpanLogConsumer {
  /**
   * Takes entries, in order for each shard. Not called again for that shard before it resolves: that is the back-pressure,
   * and a consumer may hold it for hours without losing the shard. Must not reject; if it does, the log stops delivering
   * that shard for a second and then delivers again from the last committed entry.
   */
  onEntries(shard: number, entries: readonly LogEntry[]): Promise<void>;
  /**
   * Shards this consumer owns from here on; none at all when there are more consumers than shards and it stands by.
   * Delivery begins after it resolves, from the entry after the last committed.
   */
  onAssigned(shards: readonly LogShard[]): Promise<void>;
  /** Shards it owns no longer; called before another consumer gets them when the hand-over is orderly. */
  onRevoked(shards: readonly number[]): Promise<void>;
}

export interface LogShard {
  readonly shard: number;
  /** Whether records with this key come through this shard. */
  owns(key: string): boolean;
}

export interface SpanLogConsumption {
  /**
   * Everything of the shard up to and including `sequence` is stored: never deliver it again, tell waiting barriers.
   * Durable on return. Throws Unavailable when the shard is owned no longer or the log can't be reached.
   */
  commit(shard: number, sequence: bigint): Promise<void>;
  /** Stops delivery and leaves the shards to others. Safe to call twice. */
  stop(): Promise<void>;
}

/**
 * The durable log between ingest and writer.
 *
 * - Durable: when `append` resolves, every record of the call survives kill -9 of any process (Kafka: acks=all; local: fdatasync).
 *   When it rejects, any of them may or may not be in the log.
 * - Ordered: records of one key are delivered in the order their appends resolved; within a call, in the order given.
 * - At least once: after a crash or hand-over, entries after the last commit are delivered again with the same sequence.
 * - Bounded: with too many bytes in flight, or a log that can't be reached, `append` throws Unavailable at once rather than queueing.
 * - Values and keys may be reused by the caller once `append` has settled.
 */
export abstract class SpanLog {
  /** Throws Unavailable (send again later) or Rejected (a value over MAX_LOG_RECORD_BYTES: nothing of the call is appended). */
  abstract append(records: readonly LogRecord[]): Promise<void>;

  /** Starts delivery. One consumption per process; several processes share the shards. */
  abstract consume(consumer: SpanLogConsumer): Promise<SpanLogConsumption>;

  /**
   * Waits until everything acknowledged before the call is committed, at most `timeoutMs`. If anything is outstanding it
   * appends a barrier record (see trace-record.ts), which makes the consumer store at once instead of waiting for more.
   * Never throws for lateness: look at `isComplete`. Throws Unavailable when the log can't be reached.
   */
  abstract barrier(options: BarrierOptions): Promise<Freshness>;

  /** Freshness without waiting. */
  abstract freshness(): Promise<Freshness>;

  /** Resolves if the log takes and gives records now; throws Unavailable saying why not. */
  abstract checkReady(): Promise<void>;
}
