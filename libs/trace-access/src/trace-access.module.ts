import { Module } from '@nestjs/common';
import { AccessModule } from '@millrace/access';
import { ArtifactsModule } from '@millrace/artifacts';
import { ExperimentChoice } from './experiment-choice.ts';
import { MaskedLog } from './masked-log.ts';
import { TraceChangesService } from './trace-changes.service.ts';
import { TracesService } from './traces.service.ts';

/** Reading whole traces, and changing them. Needs SpanLog, TraceReader, BlobStore and the `DataSource` of PostgresModule, with ARTIFACT_ENTITIES. */
@Module({
  imports: [AccessModule, ArtifactsModule],
  providers: [ExperimentChoice, MaskedLog, TraceChangesService, TracesService],
  exports: [ExperimentChoice, MaskedLog, TraceChangesService, TracesService],
})
export class TraceAccessModule {}
