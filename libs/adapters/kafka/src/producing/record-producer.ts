import { Logger } from '@nestjs/common';
import { Unavailable } from '@millrace/domain';
import type { Kafka, Producer } from 'kafkajs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { KafkaConfig } from '../kafka.config.ts';
import { kafkajs } from '../connection/kafkajs.ts';
import { explainKafkaError, GOODBYE_MS, settled } from '../connection/kafka-errors.ts';
import { AppendQueue, type Append, type PlacedRecord } from './append-queue.ts';

/** All records of a request that go to one partition form one batch, which the topic caps at 10 MB. */
const MAX_REQUEST_BYTES = 8 * 1024 * 1024;
const RECONNECT_MS = 300;
const CODECS = {
  none: kafkajs.CompressionTypes.None,
  gzip: kafkajs.CompressionTypes.GZIP,
  zstd: kafkajs.CompressionTypes.ZSTD,
};

export interface RecordProducerOptions {
  readonly topic: string;
  readonly maxInFlightBytes: number;
  readonly compression: KafkaConfig['compression'];
  /** Told when a broker took records, by its clock. */
  readonly onStamped?: (time: number) => void;
}

/**
 * Appends with acks=all. While one request is on its way the next one gathers, so that requests grow with the load. One at
 * a time keeps the order and is what the idempotent producer of kafkajs does anyway.
 */
export class RecordProducer {
  private readonly logger = new Logger('Kafka');
  private readonly queue: AppendQueue;
  private readonly stopping = new AbortController();
  private producer: Producer | undefined;
  private sending: Promise<void> | undefined;
  private fault = 'connecting';

  constructor(
    private readonly kafka: Kafka,
    private readonly options: RecordProducerOptions,
  ) {
    this.queue = new AppendQueue(options.maxInFlightBytes);
  }

  /** Begins to connect; returns at once. */
  start(): void {
    void this.connect();
  }

  /** Throws Unavailable saying why appends are refused now. */
  checkReady(): void {
    if (this.stopping.signal.aborted) throw new Unavailable('this process is shutting down');
    if (!this.producer) throw new Unavailable(`Kafka takes no records: ${this.fault}; send again`);
  }

  /** Resolves when every replica in sync has all records. Throws Unavailable at once rather than wait for a broker. */
  async append(records: readonly PlacedRecord[]): Promise<void> {
    if (records.length === 0) return;
    this.checkReady();
    const done = this.queue.add(records);
    this.sending ??= this.sendAll();
    await done;
  }

  /** Sends what was taken, as far as the brokers take it, then disconnects. Safe twice. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await settled(this.sending, GOODBYE_MS);
    const { producer } = this;
    this.producer = undefined;
    await settled(producer?.disconnect(), GOODBYE_MS);
  }

  private async sendAll(): Promise<void> {
    // Callers of the same turn of the event loop share the request.
    await new Promise(setImmediate);
    while (this.producer && !this.queue.isEmpty) await this.sendNext(this.producer);
    this.sending = undefined;
  }

  private async sendNext(producer: Producer): Promise<void> {
    const { appends, records } = this.queue.take(MAX_REQUEST_BYTES);
    try {
      const taken = await producer.sendBatch({
        acks: -1,
        compression: CODECS[this.options.compression],
        topicMessages: [{ topic: this.options.topic, messages: records }],
      });
      this.options.onStamped?.(Math.max(...taken.map(({ logAppendTime }) => Number(logAppendTime))));
      this.queue.settle(records);
    } catch (error) {
      this.abandon(producer, error, appends);
    }
  }

  /**
   * A failed request may be in the log all the same. kafkajs would give its sequence numbers to the next one, which the
   * broker would then take for a repetition and drop, acknowledged: so a producer that failed is never used again.
   */
  private abandon(producer: Producer, error: unknown, appends: readonly Append[]): void {
    const fault = explainKafkaError(error, `append to ${this.options.topic}`);
    this.fault = fault.message;
    this.producer = undefined;
    this.queue.fail(appends, fault);
    this.queue.failAll(new Unavailable(fault.message, 1_000, { cause: error }));
    this.logger.warn(`${fault.message}; connecting anew`);
    void producer.disconnect().catch(() => undefined);
    void this.connect();
  }

  private async connect(): Promise<void> {
    const { signal } = this.stopping;
    while (!signal.aborted) {
      const producer = this.kafka.producer({
        idempotent: true,
        allowAutoTopicCreation: false,
        createPartitioner:
          () =>
          ({ message }) =>
            message.partition ?? 0,
      });
      try {
        await producer.connect();
        if (signal.aborted) return await producer.disconnect();
        this.producer = producer;
        return;
      } catch (error) {
        this.fault = explainKafkaError(error, 'take a producer').message;
        void producer.disconnect().catch(() => undefined);
        await sleep(RECONNECT_MS, undefined, { signal }).catch(() => undefined);
      }
    }
  }
}
