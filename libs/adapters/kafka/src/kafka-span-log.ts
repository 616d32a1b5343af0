import { Injectable, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { Rejected, Unavailable } from '@millrace/domain';
import {
  MAX_LOG_RECORD_BYTES,
  SpanFeed,
  SpanLog,
  type BarrierOptions,
  type Freshness,
  type LogRecord,
  type SpanFeedConsumption,
  type SpanLogConsumer,
  type SpanLogConsumption,
} from '@millrace/ports';
import { deleteGroup } from './connection/delete-group.ts';
import { connectKafka } from './connection/kafka-connection.ts';
import { TopicLink } from './connection/topic-link.ts';
import { SpanLogReading } from './consuming/span-log-reading.ts';
import type { KafkaConfig } from './kafka.config.ts';
import { RecordProducer } from './producing/record-producer.ts';
import { LogClock } from './progress/log-clock.ts';
import { LogProgress } from './progress/log-progress.ts';
import { shardOf } from './shard-of.ts';

const READY_MS = 2_000;
/** A follower may stand still for days: what it has fetched must not weigh much. */
const FOLLOWER_BUFFER_BYTES = 8 * 1024 * 1024;

/**
 * The span log as a Kafka topic: a shard is a partition, commits are those of the writer's consumer group, followers have one each. Starts without
 * the brokers and finds them by itself.
 */
@Injectable()
export class KafkaSpanLog extends SpanLog implements SpanFeed, OnModuleInit, OnApplicationShutdown {
  private readonly link: TopicLink;
  private readonly producer: RecordProducer;
  private readonly progress: LogProgress;
  private readonly group: string;
  private reading: SpanLogReading | undefined;
  private readonly followers = new Map<string, SpanLogReading>();

  constructor(private readonly config: KafkaConfig) {
    super();
    const kafka = connectKafka(config);
    const topic = `${config.topicPrefix}.spans`;
    this.group = `${config.topicPrefix}.writer`;
    this.link = new TopicLink(kafka, topic, config);
    const clock = new LogClock();
    this.producer = new RecordProducer(kafka, { topic, ...config, onStamped: (time) => clock.hear(time) });
    this.progress = new LogProgress(this.link, {
      group: this.group,
      clock,
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
    this.reading = new SpanLogReading(link, { group, ...config, startAt: 'earliest' }, consumer);
    this.reading.start();
    return this.reading;
  }

  async follow(name: string, consumer: SpanLogConsumer): Promise<SpanFeedConsumption> {
    const group = this.followersGroup(name);
    const known = this.followers.get(group);
    if (known && !known.isStopped)
      throw new Rejected(`this process follows the log as ${group} already; stop that first`);
    const { sessionTimeoutMs, epoch } = this.config;
    const options = { group, sessionTimeoutMs, epoch, bufferBytes: FOLLOWER_BUFFER_BYTES };
    const reading = new SpanLogReading(this.link, { ...options, startAt: 'latest' }, consumer);
    this.followers.set(group, reading);
    reading.start();
    return reading;
  }

  async forget(name: string): Promise<void> {
    const group = this.followersGroup(name);
    await this.link.ask(`delete the group ${group}`, (admin) => deleteGroup(admin, group));
    this.followers.delete(group);
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
    const followers = [...this.followers.values()].map((follower) => follower.stop());
    await Promise.all([this.reading?.stop(), ...followers]);
    await Promise.all([this.producer.stop(), this.link.stop()]);
  }

  private followersGroup(name: string): string {
    return `${this.config.topicPrefix}.${name}`;
  }
}
