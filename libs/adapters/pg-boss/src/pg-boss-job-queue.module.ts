import { JobQueue } from '@millrace/ports';
import { HealthChecks } from '@millrace/service-kit';
import {
  Module,
  type BeforeApplicationShutdown,
  type DynamicModule,
  type OnApplicationShutdown,
  type OnModuleInit,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import type { PgBossJobQueue } from './pg-boss-job-queue.ts';

/** Of this module alone: what it stops and closes. */
class OpenQueue {
  constructor(readonly queue: PgBossJobQueue) {}
}

/** Gives the application JobQueue in the PostgreSQL of its DataSource, over connections of its own. */
@Module({})
export class PgBossJobQueueModule implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly open: OpenQueue,
    private readonly health: HealthChecks,
  ) {}

  static register(): DynamicModule {
    return {
      module: PgBossJobQueueModule,
      global: true,
      providers: [
        { provide: OpenQueue, useFactory: openQueue, inject: [DataSource] },
        { provide: JobQueue, useFactory: ({ queue }: OpenQueue) => queue, inject: [OpenQueue] },
      ],
      exports: [JobQueue],
    };
  }

  onModuleInit(): void {
    this.health.register('jobs', () => this.open.queue.checkReady());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.open.queue.stopWorkers();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.open.queue.close();
  }
}

/** pg-boss is loaded here and not above: a process whose jobs are in Redis has no memory for it. */
async function openQueue({ options }: DataSource): Promise<OpenQueue> {
  if (options.type !== 'postgres' || options.url === undefined) {
    throw new Error('PgBossJobQueueModule needs the DataSource of PostgresModule.');
  }
  const [{ PgBossJobQueue }, { BossConnection }] = await Promise.all([
    import('./pg-boss-job-queue.ts'),
    import('./boss-connection.ts'),
  ]);
  return new OpenQueue(new PgBossJobQueue(new BossConnection({ url: options.url })));
}
