export { ModelCaller, type Answered, type AskingOptions } from './asking/model-caller.ts';
export { GatewayEndpointModel } from './entities/gateway-endpoint-model.entity.ts';
export { GatewayModel } from './entities/gateway-model.entity.ts';
export { GatewaySecret } from './entities/gateway-secret.entity.ts';
export { MODEL_ACCESS_ENTITIES } from './entities/model-access-entities.ts';
export { ModelAccessModule } from './model-access.module.ts';
export { findEndpointModels } from './resolving/find-endpoint-models.ts';
export { ModelDirectory, type ModelCandidate, type NamedModels } from './resolving/model-directory.ts';
export { sealValues } from './resolving/sealed-values.ts';
