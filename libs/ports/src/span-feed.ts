import type { SpanLogConsumer, SpanLogConsumption } from './span-log.ts';

/** How far a group is behind in one shard. */
export interface ShardLag {
  readonly shard: number;
  /** Records after the last commit, barriers included. */
  readonly records: number;
}

export interface SpanFeedConsumption extends SpanLogConsumption {
  /** Of the shards that this consumption owns. Throws Unavailable. */
  lag(): Promise<readonly ShardLag[]>;
}

/**
 * The span log for readers beside the writer. Every named group gets every record and has positions of its own; neither the
 * writer nor barriers ever wait for it. A group that lags beyond what the log keeps goes on after the gap.
 */
export abstract class SpanFeed {
  /**
   * Starts delivery to a group, by the same rules as SpanLog.consume. A group that never committed begins with what is appended
   * after its first assignment. Once for each group in a process; several processes share the shards.
   */
  abstract follow(group: string, consumer: SpanLogConsumer): Promise<SpanFeedConsumption>;

  /** Gives up the positions of a group that nobody follows any more. Safe twice. Throws Unavailable while somebody does. */
  abstract forget(group: string): Promise<void>;
}
