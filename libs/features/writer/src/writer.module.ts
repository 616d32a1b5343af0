import { AccessModule } from '@millrace/access';
import { SpanLog, SpanStore } from '@millrace/ports';
import { HealthChecks, measureLogLag, Metrics } from '@millrace/service-kit';
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { Completions } from './completing/completions.service.ts';
import { TraceSampler } from './completing/trace-sampler.ts';
import { BatchWriter } from './storing/batch-writer.service.ts';
import { TraceCache } from './storing/trace-cache.ts';
import { WriterMetrics } from './writer-metrics.ts';
import { WriterOptions, type WriterConfig } from './writer.config.ts';
import { WriterService } from './writer.service.ts';

/** Log to storage. Needs SpanLog, SpanStore, BlobStore, DomainEvents and a DataSource. */
@Module({ imports: [AccessModule] })
export class WriterModule implements OnModuleInit {
  constructor(
    private readonly checks: HealthChecks,
    private readonly log: SpanLog,
    private readonly store: SpanStore,
    private readonly writer: WriterService,
    private readonly metrics: Metrics,
  ) {}

  static register(config: WriterConfig): DynamicModule {
    const options = { provide: WriterOptions, useValue: new WriterOptions(config) };
    return {
      module: WriterModule,
      providers: [options, WriterMetrics, TraceCache, BatchWriter, TraceSampler, Completions, WriterService],
    };
  }

  onModuleInit(): void {
    measureLogLag(this.metrics, () => this.log.freshness());
    this.checks.register('log', () => this.log.checkReady());
    this.checks.register('store', () => this.store.checkReady());
    this.checks.register('writer', () => this.writer.checkReady());
  }
}
