export {
  checkAlias,
  checkDescription,
  checkName,
  checkNewAlias,
  checkTags,
  isLatest,
  lastByKey,
  parseVersion,
  type Tag,
} from './check-registered.ts';
export { createVersion, type NewVersion, type PromptContent, type VersionOrigin } from './create-version.ts';
export { ModelVersionTag } from './entities/model-version-tag.entity.ts';
export { ModelVersion, STAGES, type Stage, type TemplateKind } from './entities/model-version.entity.ts';
export { RegisteredModelAlias } from './entities/registered-model-alias.entity.ts';
export { REGISTERED_MODEL_ENTITIES } from './entities/registered-model-entities.ts';
export { RegisteredModelTag } from './entities/registered-model-tag.entity.ts';
export { RegisteredModel, type RegisteredKind } from './entities/registered-model.entity.ts';
export { findPromptVersion } from './find-prompt-version.ts';
export { findModel, findVersion, lockModel, unknownVersion, type RegisteredKey } from './find-registered.ts';
export {
  chatMessageSchema,
  checkModelConfig,
  checkPromptContent,
  findVariables,
  parseChat,
  readJson,
} from './prompt-content.ts';
export { aliasChanged, nameCreated, nameTagChanged, versionTagChanged } from './registered-events.ts';
export { findLatestIds, loadVersions, selectVersions, type RegisteredVersion } from './registered-version.ts';
