import { Module } from '@nestjs/common';
import { ArtifactsModule, ArtifactSweeper } from '@millrace/artifacts';
import { RunsModule } from '../runs/runs.module.ts';
import { ArtifactsController } from './artifacts.controller.ts';
import { ArtifactsService } from './artifacts.service.ts';
import { MlflowArtifactsController } from './mlflow-artifacts.controller.ts';
import { MlflowMultipartController } from './mlflow-multipart.controller.ts';
import { MlflowRunArtifactsController } from './mlflow-run-artifacts.controller.ts';

/** Files of runs, models and traces by HTTP. */
@Module({
  imports: [ArtifactsModule, RunsModule],
  controllers: [
    ArtifactsController,
    MlflowArtifactsController,
    MlflowMultipartController,
    MlflowRunArtifactsController,
  ],
  providers: [ArtifactsService, ArtifactSweeper],
  exports: [ArtifactsService],
})
export class ArtifactFilesModule {}
