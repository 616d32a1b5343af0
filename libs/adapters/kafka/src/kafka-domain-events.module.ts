import { Module, type DynamicModule } from '@nestjs/common';
import { DomainEvents } from '@millrace/ports';
import { KafkaDomainEvents } from './kafka-domain-events.ts';
import type { KafkaConfig } from './kafka.config.ts';

/** Gives the application `DomainEvents` on Kafka. */
@Module({})
export class KafkaDomainEventsModule {
  static register(config: KafkaConfig): DynamicModule {
    return {
      module: KafkaDomainEventsModule,
      global: true,
      providers: [{ provide: DomainEvents, useFactory: () => new KafkaDomainEvents(config) }],
      exports: [DomainEvents],
    };
  }
}
