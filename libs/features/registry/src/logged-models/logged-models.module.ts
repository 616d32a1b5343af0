import { Module } from '@nestjs/common';
import { ArtifactFilesModule } from '../artifacts/artifact-files.module.ts';
import { LoggedModelsController } from './logged-models.controller.ts';
import { LoggedModelsService } from './logged-models.service.ts';
import { MlflowLoggedModelsController } from './mlflow-logged-models.controller.ts';

/** Versions of applications and models. */
@Module({
  imports: [ArtifactFilesModule],
  controllers: [LoggedModelsController, MlflowLoggedModelsController],
  providers: [LoggedModelsService],
})
export class LoggedModelsModule {}
