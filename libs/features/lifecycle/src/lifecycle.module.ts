import { Module, type DynamicModule } from '@nestjs/common';
import { AccessModule } from '@millrace/access';
import { TraceAccessModule } from '@millrace/trace-access';
import { ErasuresController } from './erasures/erasures.controller.ts';
import { ErasuresService } from './erasures/erasures.service.ts';
import { ExportClock } from './exports/export-clock.ts';
import { ExportRunsService } from './exports/export-runs.service.ts';
import { ExportSchedulesService } from './exports/export-schedules.service.ts';
import { ExportWorker } from './exports/export-worker.ts';
import { ExportsController } from './exports/exports.controller.ts';
import { WindowExport } from './exports/window-export.service.ts';
import { HoldsController } from './holds/holds.controller.ts';
import { HoldsService } from './holds/holds.service.ts';
import { LifecycleOptions, type LifecycleConfig } from './lifecycle.config.ts';
import { RemovalBatches } from './removals/removal-batches.service.ts';
import { RemovalEnding } from './removals/removal-ending.service.ts';
import { RemovalFinding } from './removals/removal-finding.service.ts';
import { RemovalSteps } from './removals/removal-steps.ts';
import { RemovalStores } from './removals/removal-stores.ts';
import { RemovalWorker } from './removals/removal-worker.ts';
import { RemovalsService } from './removals/removals.service.ts';
import { DailyRemovals } from './retention/daily-removals.ts';
import { RetentionController } from './retention/retention.controller.ts';
import { RetentionService } from './retention/retention.service.ts';

/**
 * How long data is kept, its removal, and its copies in files. Needs SpanLog, TraceReader, TraceRemoval, TableExport, BlobStore, FileStore,
 * JobQueue, JobsModule and the `DataSource` of PostgresModule with ARTIFACT_ENTITIES.
 */
@Module({})
export class LifecycleModule {
  static register(config: LifecycleConfig): DynamicModule {
    return {
      module: LifecycleModule,
      imports: [AccessModule, TraceAccessModule],
      controllers: [ErasuresController, ExportsController, HoldsController, RetentionController],
      providers: [
        { provide: LifecycleOptions, useValue: new LifecycleOptions(config) },
        DailyRemovals,
        ErasuresService,
        ExportClock,
        ExportRunsService,
        ExportSchedulesService,
        ExportWorker,
        HoldsService,
        RemovalBatches,
        RemovalEnding,
        RemovalFinding,
        RemovalsService,
        RemovalSteps,
        RemovalStores,
        RemovalWorker,
        RetentionService,
        WindowExport,
      ],
    };
  }
}
