import { JobQueue } from '@millrace/ports';
import { HealthChecks } from '@millrace/service-kit';
import {
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { BullmqJobQueue } from './bullmq-job-queue.ts';
import { RedisConnection } from './redis-connection.ts';
import type { RedisConfig } from './redis.config.ts';

/** Gives the application JobQueue on Redis, which counts for its readiness. */
@Module({})
export class BullmqJobQueueModule implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly queue: BullmqJobQueue,
    private readonly health: HealthChecks,
  ) {}

  static register(config: RedisConfig): DynamicModule {
    return {
      module: BullmqJobQueueModule,
      global: true,
      providers: [
        { provide: BullmqJobQueue, useFactory: () => new BullmqJobQueue(new RedisConnection(config)) },
        { provide: JobQueue, useExisting: BullmqJobQueue },
      ],
      exports: [JobQueue],
    };
  }

  onModuleInit(): void {
    this.health.register('redis', () => this.queue.checkReady());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.queue.stopWorkers();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}
