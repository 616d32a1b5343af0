import { HealthChecks } from '@millrace/service-kit';
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { RedisConnection } from './redis-connection.ts';
import type { RedisConfig } from './redis.config.ts';

/** Gives the application a `RedisConnection`, which counts for its readiness. */
@Module({})
export class RedisModule implements OnModuleInit {
  constructor(
    private readonly connection: RedisConnection,
    private readonly health: HealthChecks,
  ) {}

  static register(config: RedisConfig): DynamicModule {
    return {
      module: RedisModule,
      global: true,
      providers: [{ provide: RedisConnection, useFactory: () => new RedisConnection(config) }],
      exports: [RedisConnection],
    };
  }

  onModuleInit(): void {
    this.health.register('redis', () => this.connection.checkReady());
  }
}
