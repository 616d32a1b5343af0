import { Logger } from '@nestjs/common';
import type { DomainEvent } from '@millrace/domain';
import type { KafkaMessage } from 'kafkajs';
import { z } from 'zod';
import type { TopicLink } from '../connection/topic-link.ts';
import { PartitionConsumer, type PartitionHandler } from './partition-consumer.ts';

const subject = { id: z.string(), workspaceId: z.string(), experimentId: z.number() };
const eventSchema = z.union([
  z.object({
    ...subject,
    type: z.enum(['trace.completed', 'trace.reopened']),
    traceId: z.string(),
    version: z.string(),
    at: z.number().optional(),
  }),
  z.object({ ...subject, type: z.literal('run.deleted'), runId: z.string() }),
  z.object({
    ...subject,
    type: z.enum(['alert.fired', 'alert.resolved']),
    ruleId: z.string(),
    ruleName: z.string(),
    measure: z.string(),
    condition: z.string(),
    group: z.object({ dimension: z.string(), value: z.string() }).optional(),
    value: z.number().optional(),
    baseline: z.number().optional(),
    count: z.number(),
    from: z.number(),
    to: z.number(),
    webhookIds: z.array(z.string()).optional(),
  }),
  z.object({ ...subject, type: z.literal('spans.uploaded'), traceId: z.string(), path: z.string() }),
]);

/** One subscription: events one after the other in each partition, each committed once its handler has resolved. */
export class EventReading implements PartitionHandler {
  private readonly logger = new Logger('Kafka');
  private readonly consumer: PartitionConsumer;
  private isStopped = false;

  constructor(
    link: TopicLink,
    options: { readonly group: string; readonly sessionTimeoutMs: number },
    private readonly handle: (event: DomainEvent) => Promise<void>,
  ) {
    this.consumer = new PartitionConsumer(link, { ...options, startAt: 'latest' }, this);
  }

  /** Resolves when delivery has begun. */
  get started(): Promise<void> {
    return this.consumer.started;
  }

  start(): void {
    this.consumer.start();
  }

  async stop(): Promise<void> {
    this.isStopped = true;
    await this.consumer.stop();
  }

  async onAssigned(): Promise<void> {
    // Nothing is remembered between events.
  }

  async onRevoked(): Promise<void> {
    // See onAssigned.
  }

  async onMessages(partition: number, messages: readonly KafkaMessage[]): Promise<void> {
    for (const message of messages) {
      if (this.isStopped) return;
      const event = this.parse(message);
      if (event) await this.handle(event);
      await this.consumer.commit(partition, BigInt(message.offset) + 1n, '');
    }
  }

  /** An event of a later version, or none at all, must not hold up those behind it. */
  private parse(message: KafkaMessage): DomainEvent | undefined {
    try {
      return eventSchema.parse(JSON.parse(message.value?.toString() ?? ''));
    } catch (error) {
      this.logger.error(`a message at offset ${message.offset} is no event and is skipped: ${String(error)}`);
      return undefined;
    }
  }
}
