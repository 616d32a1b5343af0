import type { LogEntry, LogShard, ShardLag, SpanFeedConsumption, SpanLogConsumer } from '@millrace/ports';
import type { KafkaMessage } from 'kafkajs';
import type { TopicLink } from '../connection/topic-link.ts';
import { firstUnread, readPositions } from '../progress/read-positions.ts';
import { shardOf } from '../shard-of.ts';
import {
  PartitionConsumer,
  type PartitionConsumerOptions,
  type PartitionHandler,
} from './partition-consumer.ts';
import { offsetOf, sequenceOf } from './sequence.ts';

export interface SpanLogReadingOptions extends PartitionConsumerOptions {
  readonly epoch: number;
}

/** One consumption of the span log: partitions as shards, offsets as sequences. */
export class SpanLogReading implements SpanFeedConsumption, PartitionHandler {
  private readonly consumer: PartitionConsumer;
  /** By shard, the time of the last delivered records, which a commit notes. */
  private readonly delivered = new Map<number, Delivered[]>();
  private hasStopped = false;

  constructor(
    private readonly link: TopicLink,
    private readonly options: SpanLogReadingOptions,
    private readonly target: SpanLogConsumer,
  ) {
    this.consumer = new PartitionConsumer(link, options, this);
  }

  get isStopped(): boolean {
    return this.hasStopped;
  }

  start(): void {
    this.consumer.start();
  }

  checkReady(): void {
    if (!this.hasStopped) this.consumer.checkReady();
  }

  async commit(shard: number, sequence: bigint): Promise<void> {
    const offset = offsetOf(sequence, this.options.epoch);
    const times = this.delivered.get(shard) ?? [];
    const time = times.findLast((each) => each.offset <= offset)?.appendedAt;
    await this.consumer.commit(shard, offset + 1n, time === undefined ? '' : String(time));
    const kept = times.findLastIndex((each) => each.offset <= offset);
    if (kept > 0) times.splice(0, kept);
  }

  async lag(): Promise<readonly ShardLag[]> {
    const positions = await readPositions(this.link, this.options.group);
    return positions
      .filter(({ partition }) => this.delivered.has(partition))
      .map((position) => ({
        shard: position.partition,
        records: Number(position.end - firstUnread(position)),
      }));
  }

  async stop(): Promise<void> {
    this.hasStopped = true;
    await this.consumer.stop();
  }

  async onAssigned(partitions: readonly number[]): Promise<void> {
    for (const partition of partitions) this.delivered.set(partition, []);
    const count = this.link.partitions;
    const shards = partitions.map((shard): LogShard => ({
      shard,
      owns: (key) => shardOf(key, count) === shard,
    }));
    await this.target.onAssigned(shards);
  }

  async onRevoked(partitions: readonly number[]): Promise<void> {
    for (const partition of partitions) this.delivered.delete(partition);
    await this.target.onRevoked(partitions);
  }

  async onMessages(partition: number, messages: readonly KafkaMessage[]): Promise<void> {
    const entries = messages.map((message) => toEntry(partition, message, this.options.epoch));
    const last = messages.at(-1);
    if (last) {
      const offset = BigInt(last.offset);
      const times = this.delivered.get(partition)?.filter((each) => each.offset < offset) ?? [];
      times.push({ offset, appendedAt: Number(last.timestamp) });
      this.delivered.set(partition, times);
    }
    await this.target.onEntries(partition, entries);
  }
}

interface Delivered {
  readonly offset: bigint;
  readonly appendedAt: number;
}

function toEntry(shard: number, message: KafkaMessage, epoch: number): LogEntry {
  return {
    shard,
    sequence: sequenceOf(BigInt(message.offset), epoch),
    appendedAt: Number(message.timestamp),
    value: message.value ?? Buffer.alloc(0),
  };
}
