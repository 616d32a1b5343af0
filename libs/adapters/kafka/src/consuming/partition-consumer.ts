import { Logger } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import type { EachBatchPayload, KafkaMessage } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { settled } from '../connection/kafka-errors.ts';
import type { TopicLink } from '../connection/topic-link.ts';
import { firstUnread, readPositions } from '../progress/read-positions.ts';
import { GroupMember, type GroupMemberListener } from './group-member.ts';
import { PartitionQueue } from './partition-queue.ts';

const RETRY_MS = 1_000;
/** How long a stop waits for deliveries under way. */
const DRAIN_MS = 1_500;
const BUFFER_BYTES = 64 * 1024 * 1024;
const MAX_PARTITION_BYTES = 4 * 1024 * 1024;

/** Who the partitions are consumed for. Never called for a partition it was not told of. */
export interface PartitionHandler {
  onAssigned(partitions: readonly number[]): Promise<void>;
  onRevoked(partitions: readonly number[]): Promise<void>;
  /** Not called again for the partition before it has settled; when it rejects, delivery begins again after the commit. */
  onMessages(partition: number, messages: readonly KafkaMessage[]): Promise<void>;
}

export interface PartitionConsumerOptions {
  readonly group: string;
  readonly sessionTimeoutMs: number;
  /** Where a group begins that has committed nothing. */
  readonly startAt: 'earliest' | 'latest';
  /** Fetched and undelivered bytes of all partitions together, about. */
  readonly bufferBytes?: number;
}

/** Consumes this process's share of a topic's partitions through assignment, hand-over and loss of the brokers. */
export class PartitionConsumer implements GroupMemberListener {
  private readonly logger = new Logger('Kafka');
  private readonly member: GroupMember;
  private readonly joined = Promise.withResolvers<void>();
  private queues = new Map<number, PartitionQueue>();
  private leaving: readonly PartitionQueue[] = [];
  /** What the handler believes to own. */
  private held: readonly number[] = [];
  private assignment = 0;
  private isJoined = false;
  private isStopped = false;
  /** Calls to the handler about ownership, one after the other. */
  private transitions: Promise<void> = Promise.resolve();

  constructor(
    private readonly link: TopicLink,
    private readonly options: PartitionConsumerOptions,
    private readonly handler: PartitionHandler,
  ) {
    this.member = new GroupMember(
      link.kafka,
      { topic: link.topic, ...options, maxPartitionBytes: MAX_PARTITION_BYTES },
      this,
    );
  }

  /** Joins as soon as the topic is there; returns at once. */
  start(): void {
    this.link.ready
      .then(() => {
        if (!this.isStopped) this.member.start();
      })
      .catch(() => undefined);
  }

  /** Resolves when delivery has begun for the first time. */
  get started(): Promise<void> {
    return this.joined.promise;
  }

  /** Throws Unavailable while this process is not in the group. */
  checkReady(): void {
    if (!this.isJoined)
      throw new Unavailable(`this process has not joined the Kafka group ${this.options.group}`);
  }

  /** Everything before `offset` is done with. Durable on return; throws Unavailable when the partition is not owned. */
  async commit(partition: number, offset: bigint, metadata: string): Promise<void> {
    const queue = this.queues.get(partition);
    if (!queue) {
      throw new Unavailable(`partition ${partition} is not owned by this process; its owner will store it`);
    }
    // A late commit of an earlier ownership must not take back what was committed since.
    if (offset <= queue.committed) return;
    await this.member.commit({ partition, offset, metadata });
    if (offset > queue.committed) queue.committed = offset;
  }

  /**
   * Stops delivery, waits a while for the deliveries under way and their commits, and leaves the group. Safe twice.
   */
  async stop(): Promise<void> {
    this.isStopped = true;
    for (const queue of this.queues.values()) queue.close();
    const deliveries = Promise.all([...this.queues.values()].map((queue) => queue.settled()));
    await settled(deliveries, DRAIN_MS);
    this.closeQueues();
    await this.member.stop();
  }

  onJoined(partitions: readonly number[]): void {
    this.closeQueues();
    this.member.pause(partitions);
    this.isJoined = true;
    const assignment = ++this.assignment;
    this.enqueue(async () => {
      await this.release();
      await this.takeOver(partitions, () => assignment === this.assignment && !this.isStopped);
    });
  }

  onLeft(): void {
    this.isJoined = false;
    this.assignment++;
    this.closeQueues();
    if (!this.isStopped) this.enqueue(() => this.release());
  }

  async onBatch(batch: EachBatchPayload): Promise<void> {
    this.queues.get(batch.batch.partition)?.offer(batch);
  }

  private closeQueues(): void {
    for (const queue of this.queues.values()) queue.close();
    this.leaving = [...this.leaving, ...this.queues.values()];
    this.queues = new Map();
  }

  private enqueue(transition: () => Promise<void>): void {
    this.transitions = this.transitions.then(transition).catch((error: unknown) => {
      this.logger.error(`a change of partitions failed: ${String(error)}`);
    });
  }

  private async release(): Promise<void> {
    const { held } = this;
    this.held = [];
    if (held.length > 0) await this.handler.onRevoked(held);
  }

  private async takeOver(partitions: readonly number[], isCurrent: () => boolean): Promise<void> {
    // A delivery of the ownership before is still one for the same partition.
    const { leaving } = this;
    await Promise.all(leaving.map((queue) => queue.settled()));
    this.leaving = this.leaving.filter((queue) => !leaving.includes(queue));
    while (isCurrent()) {
      try {
        const positions = await this.readStarts(partitions);
        if (!isCurrent()) return;
        this.held = partitions;
        await this.handler.onAssigned(partitions);
        if (isCurrent()) this.deliverFrom(positions);
        return;
      } catch (error) {
        this.logger.warn(`cannot take over partitions ${partitions.join(', ')} yet: ${String(error)}`);
        await sleep(RETRY_MS);
      }
    }
  }

  private deliverFrom(starts: ReadonlyMap<number, bigint>): void {
    const { bufferBytes = BUFFER_BYTES } = this.options;
    const maxBytes = Math.max(1, Math.min(MAX_PARTITION_BYTES, bufferBytes / Math.max(1, starts.size)));
    const { member, handler } = this;
    for (const [partition, start] of starts) {
      const queue = new PartitionQueue(partition, start, maxBytes, {
        pause: () => member.pause([partition]),
        resume: () => member.resume([partition]),
        seek: (offset) => member.seek(partition, offset),
        deliver: (messages) => handler.onMessages(partition, messages),
      });
      this.queues.set(partition, queue);
      member.seek(partition, start);
    }
    member.resume([...starts.keys()]);
    this.joined.resolve();
  }

  /** Where delivery begins. A group that starts at the end fixes that position, or a restart would skip what came since. */
  private async readStarts(partitions: readonly number[]): Promise<Map<number, bigint>> {
    const positions = await readPositions(this.link, this.options.group);
    const isNew = positions.every(({ committed }) => committed === undefined);
    const isAtEnd = isNew && this.options.startAt === 'latest';
    if (isAtEnd) {
      for (const { partition, end } of positions) {
        await this.member.commit({ partition, offset: end, metadata: '' });
      }
    }
    return new Map(
      partitions.map((partition) => {
        const position = positions[partition];
        if (!position) throw new Unavailable(`Kafka does not know partition ${partition} yet`);
        return [partition, isAtEnd ? position.end : firstUnread(position)];
      }),
    );
  }
}
