import { Module } from '@nestjs/common';
import { ArtifactsModule, ArtifactSweeper } from '@millrace/artifacts';
import { EventsModule } from '../events/events.module.ts';
import { RunsModule } from '../runs/runs.module.ts';
import { ArtifactUploads } from './artifact-uploads.service.ts';
import { ArtifactsController } from './artifacts.controller.ts';
import { ArtifactsService } from './artifacts.service.ts';
import { MlflowArtifactsController } from './mlflow-artifacts.controller.ts';
import { MlflowMultipartController } from './mlflow-multipart.controller.ts';
import { MlflowRunArtifactsController } from './mlflow-run-artifacts.controller.ts';

/** Files of runs, models and traces by HTTP. Announces those with spans by DomainEvents. */
@Module({
  imports: [ArtifactsModule, EventsModule, RunsModule],
  controllers: [
    ArtifactsController,
    MlflowArtifactsController,
    MlflowMultipartController,
    MlflowRunArtifactsController,
  ],
  providers: [ArtifactsService, ArtifactSweeper, ArtifactUploads],
  exports: [ArtifactsService],
})
export class ArtifactFilesModule {}
