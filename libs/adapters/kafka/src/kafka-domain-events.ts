import { Injectable, Logger, type OnApplicationShutdown, type OnModuleInit } from '@nestjs/common';
import { subjectOfEvent, type DomainEvent } from '@millrace/domain';
import { DomainEvents, type EventSubscription } from '@millrace/ports';
import { connectKafka } from './connection/kafka-connection.ts';
import { TopicLink } from './connection/topic-link.ts';
import { EventReading } from './consuming/event-reading.ts';
import type { KafkaConfig } from './kafka.config.ts';
import { RecordProducer } from './producing/record-producer.ts';
import { shardOf } from './shard-of.ts';

/** How long `subscribe` waits to be in the group; then it goes on trying by itself. */
const JOIN_MS = 10_000;

/** Domain events as a Kafka topic keyed by what it is about; each subscriber group is a consumer group. */
@Injectable()
export class KafkaDomainEvents extends DomainEvents implements OnModuleInit, OnApplicationShutdown {
  private readonly logger = new Logger('Kafka');
  private readonly link: TopicLink;
  private readonly producer: RecordProducer;
  private readonly readings = new Set<EventReading>();

  constructor(private readonly config: KafkaConfig) {
    super();
    const kafka = connectKafka(config);
    const topic = `${config.topicPrefix}.events`;
    this.link = new TopicLink(kafka, topic, config);
    this.producer = new RecordProducer(kafka, { topic, ...config });
  }

  onModuleInit(): void {
    this.link.start();
    this.producer.start();
  }

  async publish(events: readonly DomainEvent[]): Promise<void> {
    const { partitions } = this.link;
    await this.producer.append(
      events.map((event) => {
        const key = subjectOfEvent(event);
        return { key, partition: shardOf(key, partitions), value: Buffer.from(JSON.stringify(event)) };
      }),
    );
  }

  async subscribe(group: string, handler: (event: DomainEvent) => Promise<void>): Promise<EventSubscription> {
    const { topicPrefix, sessionTimeoutMs } = this.config;
    const options = { group: `${topicPrefix}.events.${group}`, sessionTimeoutMs };
    const reading = new EventReading(this.link, options, handler);
    this.readings.add(reading);
    reading.start();
    const late = Promise.withResolvers<boolean>();
    const timer = setTimeout(() => late.resolve(true), JOIN_MS);
    if (await Promise.race([reading.started.then(() => false), late.promise])) {
      this.logger.warn(`group ${options.group} is not joined after ${JOIN_MS} ms; trying on`);
    }
    clearTimeout(timer);
    return {
      stop: async () => {
        this.readings.delete(reading);
        await reading.stop();
      },
    };
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all([...this.readings].map((reading) => reading.stop()));
    await Promise.all([this.producer.stop(), this.link.stop()]);
  }
}
