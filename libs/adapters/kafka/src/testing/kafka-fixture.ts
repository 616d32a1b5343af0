import type { DomainEventsStorage, SpanLogStorage } from '@millrace/port-contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { Logger } from '@nestjs/common';
import { startKafka, type KafkaServer } from '../../../../../test/support/servers/index.ts';
import { KafkaDomainEvents } from '../kafka-domain-events.ts';
import { KafkaSpanLog } from '../kafka-span-log.ts';
import { kafkaConfigSchema, type KafkaConfig, type KafkaConfigInput } from '../kafka.config.ts';

type Settings = Partial<KafkaConfigInput>;

/** A real broker for the specs of this adapter, and logs on topics of their own. */
export class KafkaFixture {
  private server: KafkaServer | undefined;
  private topics = 0;

  async start(): Promise<void> {
    Logger.overrideLogger(['error', 'fatal']);
    this.server = await startKafka();
  }

  async stop(): Promise<void> {
    await this.server?.stop();
  }

  get broker(): KafkaServer {
    if (!this.server) throw new Error('the broker has not been started');
    return this.server;
  }

  /** Settings of a log whose topics and groups nothing else uses. */
  newConfig(settings: Settings = {}): KafkaConfig {
    return kafkaConfigSchema.parse({
      brokers: [...this.broker.brokers],
      topicPrefix: `spec-${process.pid}-${++this.topics}`,
      sessionTimeoutMs: 6_000,
      ...settings,
    });
  }

  /** Starts a log without waiting for the broker. */
  createSpanLog(config: KafkaConfig): KafkaSpanLog {
    const log = new KafkaSpanLog(config);
    log.onModuleInit();
    return log;
  }

  async openSpanLog(config: KafkaConfig): Promise<KafkaSpanLog> {
    const log = this.createSpanLog(config);
    await untilReady(() => log.checkReady());
    return log;
  }

  async createSpanLogStorage(settings: Settings = {}): Promise<SpanLogStorage> {
    const config = this.newConfig(settings);
    return {
      open: async (options = {}) => {
        const log = await this.openSpanLog({ ...config, ...options });
        return { log, close: () => log.onApplicationShutdown() };
      },
      openCrashable: async () => {
        const log = await this.openSpanLog(config);
        return {
          log,
          crash: async () => {
            await this.broker.kill();
            await log.onApplicationShutdown();
            await this.broker.restart();
          },
        };
      },
      destroy: async () => undefined,
    };
  }

  async createEventsStorage(): Promise<DomainEventsStorage> {
    const config = this.newConfig({ partitions: 2 });
    return {
      open: async () => {
        const events = new KafkaDomainEvents(config);
        events.onModuleInit();
        await untilReady(() => events.publish([]));
        return { events, close: () => events.onApplicationShutdown() };
      },
      destroy: async () => undefined,
    };
  }
}

async function untilReady(check: () => Promise<void>): Promise<void> {
  const deadline = Date.now() + 60_000;
  for (;;) {
    try {
      return await check();
    } catch (error) {
      if (Date.now() > deadline) throw error;
      await sleep(50);
    }
  }
}
