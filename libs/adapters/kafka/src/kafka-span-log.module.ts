import { Module, type DynamicModule } from '@nestjs/common';
import { SpanFeed, SpanLog } from '@millrace/ports';
import { KafkaSpanLog } from './kafka-span-log.ts';
import type { KafkaConfig } from './kafka.config.ts';

/** Gives the application a `SpanLog` and its `SpanFeed` on Kafka. */
@Module({})
export class KafkaSpanLogModule {
  static register(config: KafkaConfig): DynamicModule {
    return {
      module: KafkaSpanLogModule,
      global: true,
      providers: [
        { provide: SpanLog, useFactory: () => new KafkaSpanLog(config) },
        { provide: SpanFeed, useExisting: SpanLog },
      ],
      exports: [SpanLog, SpanFeed],
    };
  }
}
