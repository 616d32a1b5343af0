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
import { BossConnection } from './boss-connection.ts';
import { PgBossJobQueue } from './pg-boss-job-queue.ts';

/** Gives the application JobQueue in the PostgreSQL of its DataSource, over connections of its own. */
@Module({})
export class PgBossJobQueueModule implements OnModuleInit, BeforeApplicationShutdown, OnApplicationShutdown {
  constructor(
    private readonly queue: PgBossJobQueue,
    private readonly health: HealthChecks,
  ) {}

  static register(): DynamicModule {
    return {
      module: PgBossJobQueueModule,
      global: true,
      providers: [
        {
          provide: PgBossJobQueue,
          useFactory: (dataSource: DataSource) =>
            new PgBossJobQueue(new BossConnection({ url: addressOf(dataSource) })),
          inject: [DataSource],
        },
        { provide: JobQueue, useExisting: PgBossJobQueue },
      ],
      exports: [JobQueue],
    };
  }

  onModuleInit(): void {
    this.health.register('jobs', () => this.queue.checkReady());
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.queue.stopWorkers();
  }

  async onApplicationShutdown(): Promise<void> {
    await this.queue.close();
  }
}

function addressOf({ options }: DataSource): string {
  if (options.type === 'postgres' && options.url !== undefined) return options.url;
  throw new Error('PgBossJobQueueModule needs the DataSource of PostgresModule.');
}
