import { DomainEvents } from '@millrace/ports';
import { Module, type DynamicModule } from '@nestjs/common';
import type { LocalDomainEventsConfig } from '../local-log.config.ts';
import { LocalDomainEvents } from './local-domain-events.ts';

/** Provides DomainEvents from a folder of this machine. */
@Module({})
export class LocalDomainEventsModule {
  static register(config: LocalDomainEventsConfig): DynamicModule {
    return {
      module: LocalDomainEventsModule,
      global: true,
      providers: [{ provide: DomainEvents, useFactory: () => LocalDomainEvents.open(config) }],
      exports: [DomainEvents],
    };
  }
}
