import { Module, type DynamicModule } from '@nestjs/common';
import { Completions } from './completing/completions.service.ts';
import { BatchWriter } from './storing/batch-writer.service.ts';
import { TraceCache } from './storing/trace-cache.ts';
import { WriterMetrics } from './writer-metrics.ts';
import { WriterOptions, type WriterConfig } from './writer.config.ts';
import { WriterService } from './writer.service.ts';

/** Log to storage. Needs SpanLog, SpanStore, BlobStore and DomainEvents. */
@Module({})
export class WriterModule {
  static register(config: WriterConfig): DynamicModule {
    const options = { provide: WriterOptions, useValue: new WriterOptions(config) };
    return {
      module: WriterModule,
      providers: [options, WriterMetrics, TraceCache, BatchWriter, Completions, WriterService],
    };
  }
}
