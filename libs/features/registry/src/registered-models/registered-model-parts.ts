import { MlflowModelVersionsController } from './mlflow-model-versions.controller.ts';
import { MlflowRegisteredModelsController } from './mlflow-registered-models.controller.ts';
import { ModelAliasesService } from './model-aliases.service.ts';
import { ModelVersionsService } from './model-versions.service.ts';
import { RegisteredModelsService } from './registered-models.service.ts';
import { VersionCache } from './version-cache.ts';
import { VersionLoader } from './version-loader.ts';

/** What prompts and models are made of, for the module of the registry. */
export const REGISTERED_MODEL_PARTS = {
  controllers: [MlflowRegisteredModelsController, MlflowModelVersionsController],
  providers: [
    RegisteredModelsService,
    ModelVersionsService,
    ModelAliasesService,
    VersionLoader,
    VersionCache,
  ],
} as const;
