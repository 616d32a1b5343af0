import { SpanFeed, SpanLog } from '@millrace/ports';
import { Module, type DynamicModule } from '@nestjs/common';
import type { LocalSpanLogConfig } from '../local-log.config.ts';
import { LocalSpanLog } from './local-span-log.ts';

/** Provides SpanLog and SpanFeed from a folder of this machine. */
@Module({})
export class LocalSpanLogModule {
  static register(config: LocalSpanLogConfig): DynamicModule {
    return {
      module: LocalSpanLogModule,
      global: true,
      providers: [
        { provide: SpanLog, useFactory: () => LocalSpanLog.open(config) },
        { provide: SpanFeed, useExisting: SpanLog },
      ],
      exports: [SpanLog, SpanFeed],
    };
  }
}
