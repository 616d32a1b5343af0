import { Module } from '@nestjs/common';
import { MlflowModelVersionsController } from './mlflow-model-versions.controller.ts';
import { MlflowRegisteredModelsController } from './mlflow-registered-models.controller.ts';
import { ModelAliasesService } from './model-aliases.service.ts';
import { ModelVersionsService } from './model-versions.service.ts';
import { RegisteredModelsService } from './registered-models.service.ts';
import { VersionCache } from './version-cache.ts';
import { VersionLoader } from './version-loader.ts';

/** Prompts and models by name, version and alias. */
@Module({
  controllers: [MlflowRegisteredModelsController, MlflowModelVersionsController],
  providers: [
    RegisteredModelsService,
    ModelVersionsService,
    ModelAliasesService,
    VersionLoader,
    VersionCache,
  ],
})
export class RegisteredModelsModule {}
