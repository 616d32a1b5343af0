import { ModelVersionTag } from './model-version-tag.entity.ts';
import { ModelVersion } from './model-version.entity.ts';
import { RegisteredModelAlias } from './registered-model-alias.entity.ts';
import { RegisteredModelTag } from './registered-model-tag.entity.ts';
import { RegisteredModel } from './registered-model.entity.ts';

/** Prompts and models in PostgreSQL. */
export const REGISTERED_MODEL_ENTITIES = [
  RegisteredModel,
  RegisteredModelTag,
  RegisteredModelAlias,
  ModelVersion,
  ModelVersionTag,
] as const;
