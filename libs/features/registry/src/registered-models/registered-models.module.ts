import { Module } from '@nestjs/common';
import { MlflowModelVersionsController } from './mlflow-model-versions.controller.ts';
import { MlflowRegisteredModelsController } from './mlflow-registered-models.controller.ts';
import { ModelAliasesService } from './model-aliases.service.ts';
import { ModelVersionsService } from './model-versions.service.ts';
import { RegisteredModelsService } from './registered-models.service.ts';
import { VersionCache } from './version-cache.ts';
import { VersionLoader } from './version-loader.ts';
import { PromptVersionsController } from '../prompts/prompt-versions.controller.ts';
import { PromptsController } from '../prompts/prompts.controller.ts';
import { PromptsService } from '../prompts/prompts.service.ts';
import { WebhooksModule } from '../webhooks/webhooks.module.ts';

/** Prompts and models by name, version and alias. */
@Module({
  imports: [WebhooksModule],
  controllers: [
    MlflowRegisteredModelsController,
    MlflowModelVersionsController,
    PromptsController,
    PromptVersionsController,
  ],
  providers: [
    RegisteredModelsService,
    ModelVersionsService,
    ModelAliasesService,
    VersionLoader,
    VersionCache,
    PromptsService,
  ],
})
export class RegisteredModelsModule {}
