import type {
  LogEntry,
  LogShard,
  SpanFeed,
  SpanLog,
  SpanLogConsumer,
  SpanLogConsumption,
} from '@millrace/ports';
import { expect, vi } from 'vitest';
import { numberOf, readRecordId, traceOf } from './numbered-records.ts';

export const PATIENCE = { timeout: 40_000, interval: 10 };

export interface Delivery {
  readonly shard: number;
  readonly sequence: bigint;
  readonly appendedAt: number;
  /** Absent: a barrier. */
  readonly id: string | undefined;
}

export interface RecordingOptions {
  /** Commit each call's last entry before resolving it. Default true. */
  readonly commits?: boolean;
  /** Runs before anything of a call is recorded; a rejection is passed to the log. */
  readonly before?: (shard: number, entries: readonly LogEntry[]) => Promise<void>;
}

/** A consumer that checks every entry's bytes and remembers it. */
export class RecordingConsumer implements SpanLogConsumer {
  readonly deliveries: Delivery[] = [];
  readonly shards = new Map<number, LogShard>();
  readonly revoked: number[] = [];
  readonly faults: string[] = [];
  private readonly started = Promise.withResolvers<SpanLogConsumption>();
  private readonly busy = new Set<number>();

  private constructor(private readonly options: RecordingOptions) {}

  /** Starts delivery from `log`. */
  static async start(
    log: Pick<SpanLog, 'consume'>,
    options: RecordingOptions = {},
  ): Promise<RecordingConsumer> {
    const consumer = new RecordingConsumer(options);
    consumer.started.resolve(await log.consume(consumer));
    return consumer;
  }

  /** Starts delivery to a group beside the writer, and waits until it has its shards. */
  static async follow(
    log: SpanFeed,
    group: string,
    options: RecordingOptions = {},
  ): Promise<RecordingConsumer> {
    const consumer = new RecordingConsumer(options);
    consumer.started.resolve(await log.follow(group, consumer));
    await vi.waitFor(() => expect(consumer.shards.size).toBeGreaterThan(0), PATIENCE);
    return consumer;
  }

  async onAssigned(shards: readonly LogShard[]): Promise<void> {
    for (const shard of shards) this.shards.set(shard.shard, shard);
  }

  async onRevoked(shards: readonly number[]): Promise<void> {
    this.revoked.push(...shards);
    for (const shard of shards) this.shards.delete(shard);
  }

  async onEntries(shard: number, entries: readonly LogEntry[]): Promise<void> {
    if (!this.shards.has(shard)) this.faults.push(`entries of shard ${shard}, which was not assigned`);
    if (this.busy.has(shard)) this.faults.push(`a second call for shard ${shard} before the first resolved`);
    if (entries.length === 0) this.faults.push(`a call without entries for shard ${shard}`);
    this.busy.add(shard);
    try {
      await this.options.before?.(shard, entries);
      for (const entry of entries) this.record(shard, entry);
      const last = entries.at(-1);
      if (this.options.commits !== false && last !== undefined) await this.commit(shard, last.sequence);
    } finally {
      this.busy.delete(shard);
    }
  }

  async commit(shard: number, sequence: bigint): Promise<void> {
    await (await this.started.promise).commit(shard, sequence);
  }

  /** Commits all that was delivered. */
  async commitAll(): Promise<void> {
    const ends = new Map<number, bigint>();
    for (const { shard, sequence } of this.deliveries) ends.set(shard, sequence);
    for (const [shard, sequence] of ends) await this.commit(shard, sequence);
  }

  async stop(): Promise<void> {
    await (await this.started.promise).stop();
  }

  ids(): string[] {
    return this.deliveries.flatMap(({ id }) => (id === undefined ? [] : [id]));
  }

  barriers(): number {
    return this.deliveries.filter(({ id }) => id === undefined).length;
  }

  sequenceOf(id: string): bigint | undefined {
    return this.deliveries.find((delivery) => delivery.id === id)?.sequence;
  }

  /** Waits until each of `ids` was delivered at least once. */
  async waitFor(ids: Iterable<string>): Promise<void> {
    const wanted = [...ids];
    await vi.waitFor(() => {
      expect(this.faults).toEqual([]);
      const seen = new Set(this.ids());
      expect(wanted.filter((id) => !seen.has(id)).slice(0, 5), 'missing records').toEqual([]);
    }, PATIENCE);
  }

  /** Fails unless shards rose in sequence, each trace in number, and the consumer was called by the rules. */
  expectOrder(): void {
    expect(this.faults).toEqual([]);
    const sequences = new Map<number, bigint>();
    const numbers = new Map<number, number>();
    for (const { shard, sequence, id } of this.deliveries) {
      const before = sequences.get(shard) ?? -1n;
      if (sequence <= before) throw new Error(`shard ${shard} fell from sequence ${before} to ${sequence}`);
      sequences.set(shard, sequence);
      if (id === undefined) continue;
      const previous = numbers.get(traceOf(id)) ?? -1;
      if (numberOf(id) <= previous)
        throw new Error(`trace ${traceOf(id)}: ${id} came after number ${previous}`);
      numbers.set(traceOf(id), numberOf(id));
    }
  }

  private record(shard: number, entry: LogEntry): void {
    if (entry.shard !== shard) this.faults.push(`an entry of shard ${entry.shard} in a call for ${shard}`);
    try {
      const id = readRecordId(entry.value);
      this.deliveries.push({ shard, sequence: entry.sequence, appendedAt: entry.appendedAt, id });
    } catch (error) {
      this.faults.push(String(error));
    }
  }
}
