import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Rejected, Unavailable } from '@millrace/domain';
import {
  MAX_LOG_RECORD_BYTES,
  SpanLog,
  type BarrierOptions,
  type Freshness,
  type LogRecord,
  type SpanLogConsumer,
  type SpanLogConsumption,
} from '@millrace/ports';
import { connectKafka } from './connection/kafka-connection.ts';
import { TopicLink } from './connection/topic-link.ts';
import { SpanLogReading } from './consuming/span-log-reading.ts';
import type { KafkaConfig } from './kafka.config.ts';
import { RecordProducer } from './producing/record-producer.ts';
import { LogProgress } from './progress/log-progress.ts';
import { shardOf } from './shard-of.ts';

const READY_MS = 2_000;

/**
 * The span log as a Kafka topic: a shard is a partition, commits are those of the writer's consumer group. Starts without
 * the brokers and finds them by itself.
 */
@Injectable()
export class KafkaSpanLog extends SpanLog implements OnModuleInit, OnApplicationShutdown {
  private readonly link: TopicLink;
  private readonly producer: RecordProducer;
  private readonly progress: LogProgress;
  private readonly group: string;
  private reading: SpanLogReading | undefined;

  constructor(private readonly config: KafkaConfig) {
    super();
    const kafka = connectKafka(config);
    const topic = `${config.topicPrefix}.spans`;
    this.group = `${config.topicPrefix}.writer`;
    this.link = new TopicLink(kafka, topic, config);
    this.producer = new RecordProducer(kafka, { topic, ...config });
    this.progress = new LogProgress(this.link, {
      group: this.group,
      append: (records) => this.producer.append(records),
    });
  }

  onModuleInit(): void {
    this.link.start();
    this.producer.start();
  }

  async append(records: readonly LogRecord[]): Promise<void> {
    for (const { value } of records) {
      if (value.byteLength > MAX_LOG_RECORD_BYTES) {
        throw new Rejected(
          `a log record of ${value.byteLength} bytes is over the limit of ${MAX_LOG_RECORD_BYTES}; move large fields to the blob store`,
          'too-large',
        );
      }
    }
    const { partitions } = this.link;
    await this.producer.append(
      records.map(({ key, value }) => ({
        key,
        partition: shardOf(key, partitions),
        value: Buffer.from(value.buffer, value.byteOffset, value.byteLength),
      })),
    );
  }

  async consume(consumer: SpanLogConsumer): Promise<SpanLogConsumption> {
    if (this.reading && !this.reading.isStopped) {
      throw new Rejected('this process consumes the log already; stop that consumption first');
    }
    const { group, link, config } = this;
    this.reading = new SpanLogReading(link, { group, ...config }, consumer);
    this.reading.start();
    return this.reading;
  }

  async barrier({ key, timeoutMs }: BarrierOptions): Promise<Freshness> {
    const { partitions } = this.link;
    return this.progress.barrier(timeoutMs, key === undefined ? undefined : shardOf(key, partitions));
  }

  async freshness(): Promise<Freshness> {
    return this.progress.freshness();
  }

  async checkReady(): Promise<void> {
    if (this.link.partitions === 0) throw new Unavailable('the topic has no partitions');
    this.producer.checkReady();
    this.reading?.checkReady();
    await this.link.ask('answer', (admin) => admin.fetchTopicOffsets(this.link.topic), READY_MS);
  }

  async onApplicationShutdown(): Promise<void> {
    await this.reading?.stop();
    await Promise.all([this.producer.stop(), this.link.stop()]);
  }
}
