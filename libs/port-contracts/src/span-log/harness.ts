import type { SpanFeed, SpanLog } from '@millrace/ports';

/** How an adapter lets `describeSpanLog` open, close and crash its log. */
export interface SpanLogHarness {
  /** Shards a new storage has: 1 for a local log, the number of partitions for Kafka. */
  readonly shards: number;
  /** Random histories the property test plays; fewer where opening a log takes seconds. Default 25. */
  readonly histories?: number;
  /** A new, empty log for one test. Kafka: a topic and a consumer group of its own. */
  createStorage(): Promise<SpanLogStorage>;
}

/** Where one test's log lives; outlives every process that opens it. */
export interface SpanLogStorage {
  /** Opens the log in this process. The suite opens it once at a time. */
  open(options?: SpanLogOpenOptions): Promise<OpenSpanLog>;
  /** Opens the log so that it can be crashed. Local: in a child process. Kafka: in this process, with the broker to be killed. */
  openCrashable(): Promise<CrashableSpanLog>;
  /** Removes all of it. */
  destroy(): Promise<void>;
}

export interface SpanLogOpenOptions {
  readonly maxInFlightBytes?: number;
}

export interface OpenSpanLog {
  readonly log: SpanLog & SpanFeed;
  /** What the adapter's module does at shutdown: also stops a consumption. Must be safe twice. */
  close(): Promise<void>;
}

export interface CrashableSpanLog {
  readonly log: Pick<SpanLog, 'append' | 'consume'>;
  /**
   * Kills (kill -9) the process that holds the records, and restarts it if `open` needs it running. When it resolves, every
   * append in flight has settled, a consumption delivers no more, and the storage can be opened again.
   */
  crash(): Promise<void>;
}
