import { Module } from '@nestjs/common';
import { ModelCaller } from './asking/model-caller.ts';
import { ModelDirectory } from './resolving/model-directory.ts';

const SHARED = [ModelCaller, ModelDirectory];

/** Models of providers by name, and asking them. Needs a DataSource with MODEL_ACCESS_ENTITIES, ChatModel and SecretBox. */
@Module({ providers: SHARED, exports: SHARED })
export class ModelAccessModule {}
