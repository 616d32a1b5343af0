import { JobQueue } from '@millrace/ports';
import { HealthChecks } from '@millrace/service-kit';
import {
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import type { BullmqJobQueue } from './bullmq-job-queue.ts';
import type { RedisConfig } from './redis.config.ts';

/** Of this module alone: what it stops and closes. */
class OpenQueue {
  constructor(readonly queue: BullmqJobQueue) {}
}

/** Gives the application JobQueue on Redis, which counts for its readiness. */
@Module({})
export class BullmqJobQueueModule implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly open: OpenQueue,
    private readonly health: HealthChecks,
  ) {}

  static register(config: RedisConfig): DynamicModule {
    return {
      module: BullmqJobQueueModule,
      global: true,
      providers: [
        { provide: OpenQueue, useFactory: () => openQueue(config) },
        { provide: JobQueue, useFactory: ({ queue }: OpenQueue) => queue, inject: [OpenQueue] },
      ],
      exports: [JobQueue],
    };
  }

  onModuleInit(): void {
    this.health.register('redis', () => this.open.queue.checkReady());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.open.queue.stopWorkers();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.open.queue.close();
  }
}

/** BullMQ is loaded here and not above: a process whose jobs are in PostgreSQL has no memory for it. */
async function openQueue(config: RedisConfig): Promise<OpenQueue> {
  const [{ BullmqJobQueue }, { RedisConnection }] = await Promise.all([
    import('./bullmq-job-queue.ts'),
    import('./redis-connection.ts'),
  ]);
  return new OpenQueue(new BullmqJobQueue(new RedisConnection(config)));
}
