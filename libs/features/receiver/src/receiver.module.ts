import { AccessModule } from '@millrace/access';
import { ArtifactsModule } from '@millrace/artifacts';
import { BlobStore, SpanLog } from '@millrace/ports';
import { HealthChecks } from '@millrace/service-kit';
import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { ChunkAppender } from './chunk-appender.ts';
import { ChunkMasker } from './chunk-masker.ts';
import { ChunkPlacer } from './chunk-placer.ts';
import { ContentEntries } from './content-entries.ts';
import { Intake } from './fairness/intake.ts';
import { OtlpGrpcServer } from './grpc/otlp-grpc.server.ts';
import { OtlpErrors } from './http/otlp-errors.ts';
import { OtlpHttpController } from './http/otlp-http.controller.ts';
import { OtlpLogsController } from './http/otlp-logs.controller.ts';
import { LogsService } from './logs.service.ts';
import { ReceiverMetrics } from './receiver-metrics.ts';
import { ReceiverOptions, type ReceiverConfig } from './receiver.config.ts';
import { ReceiverService } from './receiver.service.ts';
import { SpanDocuments } from './uploads/span-documents.service.ts';
import { SpanFiles } from './uploads/span-files.service.ts';

/** OTLP and uploaded spans into the log. Needs SpanLog, BlobStore, DomainEvents and the DataSource, with ARTIFACT_ENTITIES. */
@Module({})
export class ReceiverModule implements OnModuleInit {
  constructor(
    private readonly checks: HealthChecks,
    private readonly log: SpanLog,
    private readonly blobs: BlobStore,
  ) {}

  static register(config: ReceiverConfig): DynamicModule {
    const options = { provide: ReceiverOptions, useValue: new ReceiverOptions(config) };
    return {
      module: ReceiverModule,
      imports: [AccessModule, ArtifactsModule],
      controllers: [OtlpHttpController, OtlpLogsController],
      providers: [
        options,
        OtlpErrors,
        ReceiverMetrics,
        ChunkAppender,
        ChunkMasker,
        ChunkPlacer,
        Intake,
        ReceiverService,
        ContentEntries,
        LogsService,
        SpanDocuments,
        SpanFiles,
        OtlpGrpcServer,
      ],
    };
  }

  onModuleInit(): void {
    this.checks.register('log', () => this.log.checkReady());
    this.checks.register('blobs', () => this.blobs.checkReady());
  }
}
