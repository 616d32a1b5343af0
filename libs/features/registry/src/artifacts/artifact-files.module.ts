import { Module } from '@nestjs/common';
import { ArtifactsModule, ArtifactSweeper } from '@millrace/artifacts';
import { ArtifactsService } from './artifacts.service.ts';
import { MlflowArtifactsController } from './mlflow-artifacts.controller.ts';
import { MlflowMultipartController } from './mlflow-multipart.controller.ts';

/** Files of runs, models and traces by HTTP. */
@Module({
  imports: [ArtifactsModule],
  controllers: [MlflowArtifactsController, MlflowMultipartController],
  providers: [ArtifactsService, ArtifactSweeper],
})
export class ArtifactFilesModule {}
