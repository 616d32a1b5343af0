import { Logger } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import type { Consumer, EachBatchPayload, Kafka } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import { explainKafkaError, settled } from '../connection/kafka-errors.ts';

const REJOIN_MS = 500;
const DISCONNECT_MS = 10_000;
/** Leaving takes one fetch, 300 ms, when the brokers are there; otherwise they find out after the session timeout. */
const LEAVE_MS = 1_500;
const WATCH_MS = 5_000;
const REBALANCE_MS = 60_000;
/** Longer than any rebalance may take: without a fetch for so long the client hangs. */
const STALL_MS = 120_000;
const MAX_FETCH_BYTES = 16 * 1024 * 1024;

export interface GroupMemberOptions {
  readonly topic: string;
  readonly group: string;
  readonly sessionTimeoutMs: number;
  readonly maxPartitionBytes: number;
}

/** What a member tells; all but `onBatch` are called synchronously, before anything is fetched or given up. */
export interface GroupMemberListener {
  onJoined(partitions: readonly number[]): void;
  /** The partitions are about to go to others, or the connection is gone. */
  onLeft(): void;
  onBatch(batch: EachBatchPayload): Promise<void>;
}

/** A position to commit: the offset of the next record to read. */
export interface CommitPosition {
  readonly partition: number;
  readonly offset: bigint;
  readonly metadata: string;
}

/** One membership of a consumer group, made anew whenever kafkajs gives up. */
export class GroupMember {
  private readonly logger = new Logger('Kafka');
  private readonly stopping = new AbortController();
  private consumer: Consumer | undefined;
  private running: Promise<void> = Promise.resolve();
  /** Settles when the consumer has joined or failed to. */
  private joining: Promise<void> = Promise.resolve();
  private lastSeen = Date.now();

  constructor(
    private readonly kafka: Kafka,
    private readonly options: GroupMemberOptions,
    private readonly listener: GroupMemberListener,
  ) {}

  start(): void {
    this.running = this.run();
  }

  /** Leaves the group, if the brokers can be told. Safe twice. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await settled(this.running, LEAVE_MS);
  }

  pause(partitions: readonly number[]): void {
    this.consumer?.pause([{ topic: this.options.topic, partitions: [...partitions] }]);
  }

  resume(partitions: readonly number[]): void {
    this.consumer?.resume([{ topic: this.options.topic, partitions: [...partitions] }]);
  }

  seek(partition: number, offset: bigint): void {
    this.consumer?.seek({ topic: this.options.topic, partition, offset: offset.toString() });
  }

  /** Durable on return. kafkajs returns as if all were well from a consumer that has stopped, hence the check. */
  async commit(position: CommitPosition): Promise<void> {
    const { consumer } = this;
    if (!consumer) throw new Unavailable(`group ${this.options.group} is not joined`);
    let isDone = false;
    const stopListening = consumer.on(consumer.events.COMMIT_OFFSETS, ({ payload }) => {
      for (const { partitions } of payload.topics) {
        for (const each of partitions) {
          if (Number(each.partition) === position.partition && BigInt(each.offset) >= position.offset)
            isDone = true;
        }
      }
    });
    try {
      await consumer.commitOffsets([
        { topic: this.options.topic, ...position, offset: position.offset.toString() },
      ]);
    } catch (error) {
      throw explainKafkaError(error, `commit partition ${position.partition}`);
    } finally {
      stopListening();
    }
    if (!isDone)
      throw new Unavailable(`partition ${position.partition} was given up before it was committed`);
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      try {
        await this.consumeUntilOver();
      } catch (error) {
        if (!signal.aborted) {
          this.logger.warn(`${explainKafkaError(error, `read ${this.options.topic}`).message}; joining anew`);
        }
      }
      this.listener.onLeft();
      await this.disconnect();
      await sleep(REJOIN_MS, undefined, { signal }).catch(() => undefined);
    }
  }

  private async consumeUntilOver(): Promise<void> {
    const { topic, group, sessionTimeoutMs, maxPartitionBytes } = this.options;
    const consumer = this.kafka.consumer({
      groupId: group,
      sessionTimeout: sessionTimeoutMs,
      rebalanceTimeout: REBALANCE_MS,
      heartbeatInterval: Math.floor(sessionTimeoutMs / 5),
      maxBytesPerPartition: maxPartitionBytes,
      maxBytes: MAX_FETCH_BYTES,
      minBytes: 1,
      // Also the time until a resumed partition is fetched again.
      maxWaitTimeInMs: 300,
      allowAutoTopicCreation: false,
      retry: { initialRetryTime: 200, retries: 3, maxRetryTime: 1_000, restartOnFailure: async () => false },
    });
    this.consumer = consumer;
    this.lastSeen = Date.now();
    const over = Promise.withResolvers<void>();
    this.listen(consumer, over.reject);
    this.stopping.signal.addEventListener('abort', () => over.resolve(), { once: true });
    const watch = setInterval(() => {
      if (Date.now() - this.lastSeen > STALL_MS) over.reject(new Unavailable('the Kafka consumer hangs'));
    }, WATCH_MS);
    this.joining = this.runConsumer(consumer, topic).catch(over.reject);
    try {
      await over.promise;
    } finally {
      clearInterval(watch);
    }
  }

  private async runConsumer(consumer: Consumer, topic: string): Promise<void> {
    await consumer.connect();
    await consumer.subscribe({ topics: [topic], fromBeginning: true });
    await consumer.run({
      autoCommit: false,
      eachBatchAutoResolve: false,
      partitionsConsumedConcurrently: 16,
      eachBatch: (batch) => this.listener.onBatch(batch),
    });
  }

  private listen(consumer: Consumer, fail: (error: Error) => void): void {
    const { events } = consumer;
    const seen = () => {
      this.lastSeen = Date.now();
    };
    consumer.on(events.FETCH_START, seen);
    consumer.on(events.FETCH, seen);
    consumer.on(events.REBALANCING, () => {
      seen();
      this.listener.onLeft();
    });
    consumer.on(events.GROUP_JOIN, ({ payload }) => {
      seen();
      this.listener.onJoined(payload.memberAssignment[this.options.topic] ?? []);
    });
    consumer.on(events.CRASH, ({ payload }) => fail(payload.error));
  }

  /** A consumer that is still joining would go on and hold its partitions unseen, so it is stopped only after that. */
  private async disconnect(): Promise<void> {
    const { consumer } = this;
    this.consumer = undefined;
    if (!consumer) return;
    const disconnected = this.joining.then(() => consumer.disconnect()).catch(() => undefined);
    await Promise.race([disconnected, sleep(DISCONNECT_MS, undefined, { ref: false })]);
  }
}
