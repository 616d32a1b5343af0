import type { GatewayEndpoint, GatewayEndpointBinding } from '@millrace/access';
import type { GatewayEndpointModel, GatewayModel, GatewaySecret } from '@millrace/model-access';
import { mlflowBoolean, mlflowEnum, mlflowInteger, mlflowMessage, mlflowText } from '@millrace/service-kit';
import { z } from 'zod';
import type { WholeEndpoint, EndpointChange, ModelLink } from '../endpoints/endpoints.service.ts';

/** Messages of mlflow/WIRE.md section 15. */
const texts = z.record(z.string(), z.string());
const text = z.string().optional();

export const createSecretMessage = mlflowMessage({
  secret_name: z.string(),
  secret_value: texts,
  provider: text,
  auth_config: texts.optional(),
  created_by: text,
});
export const getSecretMessage = mlflowMessage({ secret_id: text, secret_name: text });
export const updateSecretMessage = mlflowMessage({
  secret_id: z.string(),
  secret_value: texts.optional(),
  auth_config: texts.optional(),
  updated_by: text,
});
export const secretIdMessage = mlflowMessage({ secret_id: z.string() });
export const filterMessage = mlflowMessage({ provider: text, secret_id: text });

export const createModelMessage = mlflowMessage({
  name: z.string(),
  secret_id: z.string(),
  provider: z.string(),
  model_name: z.string(),
  created_by: text,
});
export const modelIdMessage = mlflowMessage({ model_definition_id: z.string() });
export const updateModelMessage = mlflowMessage({
  model_definition_id: z.string(),
  name: text,
  secret_id: text,
  model_name: text,
  provider: text,
  updated_by: text,
});

const modelConfig = mlflowMessage({
  model_definition_id: z.string(),
  linkage_type: mlflowEnum({ LINKAGE_TYPE_UNSPECIFIED: 0, PRIMARY: 1, FALLBACK: 2 }).default('PRIMARY'),
  weight: z.number().min(0).default(1),
  fallback_order: mlflowInteger.optional(),
});
type ModelConfig = z.output<typeof modelConfig>;

const endpointFields = {
  model_configs: z.array(modelConfig).optional(),
  routing_strategy: mlflowEnum({
    ROUTING_STRATEGY_UNSPECIFIED: 0,
    REQUEST_BASED_TRAFFIC_SPLIT: 1,
  }).optional(),
  fallback_config: mlflowMessage({
    strategy: mlflowEnum({ FALLBACK_STRATEGY_UNSPECIFIED: 0, SEQUENTIAL: 1 }).optional(),
    max_attempts: mlflowInteger.optional(),
  }).optional(),
  experiment_id: mlflowText.optional(),
  usage_tracking: mlflowBoolean.optional(),
};
export const createEndpointMessage = mlflowMessage({ name: z.string(), created_by: text, ...endpointFields });
export const updateEndpointMessage = mlflowMessage({
  endpoint_id: z.string(),
  name: text,
  updated_by: text,
  ...endpointFields,
});
export const getEndpointMessage = mlflowMessage({ endpoint_id: text, name: text });
export const endpointIdMessage = mlflowMessage({ endpoint_id: z.string() });
export const attachMessage = mlflowMessage({
  endpoint_id: z.string(),
  model_config: modelConfig,
  created_by: text,
});
export const detachMessage = mlflowMessage({ endpoint_id: z.string(), model_definition_id: z.string() });
export const bindingMessage = mlflowMessage({
  endpoint_id: z.string(),
  resource_type: z.string().min(1),
  resource_id: mlflowText,
  created_by: text,
});
export const bindingFilterMessage = mlflowMessage({
  endpoint_id: text,
  resource_type: text,
  resource_id: mlflowText.optional(),
});
export const setTagMessage = mlflowMessage({ endpoint_id: z.string(), key: z.string(), value: z.string() });
export const deleteTagMessage = mlflowMessage({ endpoint_id: z.string(), key: z.string() });
export const providerMessage = mlflowMessage({ provider: text });

/** A model of an endpoint out of MLflow's words. */
export function toLink({
  model_definition_id,
  linkage_type,
  weight,
  fallback_order,
}: ModelConfig): ModelLink {
  const isFallback = linkage_type === 'FALLBACK';
  return { modelId: model_definition_id, isFallback, weight, fallbackOrder: fallback_order };
}

/** What of an endpoint is set or changed. */
export function toChange(
  message: Pick<
    z.output<typeof createEndpointMessage>,
    'model_configs' | 'routing_strategy' | 'fallback_config'
  >,
): EndpointChange {
  const { model_configs, routing_strategy, fallback_config } = message;
  return {
    models: model_configs?.map(toLink),
    ...(routing_strategy && { isSplit: routing_strategy === 'REQUEST_BASED_TRAFFIC_SPLIT' }),
    ...(fallback_config && { fallback: { maxAttempts: fallback_config.max_attempts } }),
  };
}

/** A secret as MLflow spells it: masked. */
export function toMlflowSecret(secret: GatewaySecret) {
  const { authConfig, provider } = secret;
  return {
    secret_id: secret.id,
    secret_name: secret.name,
    masked_values: secret.maskedValues,
    ...toTimes(secret),
    ...(provider && { provider }),
    ...toNames(secret),
    ...(Object.keys(authConfig).length > 0 && { auth_config: authConfig }),
  };
}

/** A model definition as MLflow spells it. */
export function toMlflowModel(model: GatewayModel) {
  return {
    model_definition_id: model.id,
    name: model.name,
    secret_id: model.secretId,
    ...(model.secret && { secret_name: model.secret.name }),
    provider: model.provider,
    model_name: model.modelName,
    ...toTimes(model),
    ...toNames(model),
  };
}

/** A model of an endpoint as MLflow spells it. */
export function toMlflowMapping(mapping: GatewayEndpointModel) {
  const { isFallback, fallbackOrder, createdBy, model } = mapping;
  return {
    mapping_id: mapping.id,
    endpoint_id: mapping.endpointId,
    model_definition_id: mapping.modelId,
    ...(model && { model_definition: toMlflowModel(model) }),
    weight: mapping.weight,
    created_at: mapping.creationTime,
    ...(createdBy && { created_by: createdBy }),
    linkage_type: isFallback ? 'FALLBACK' : 'PRIMARY',
    ...(typeof fallbackOrder === 'number' && { fallback_order: fallbackOrder }),
  };
}

/** An endpoint as MLflow spells it. Its calls are not recorded as traces by the server, and it says so. */
export function toMlflowEndpoint({ endpoint, models, tags }: WholeEndpoint) {
  const { fallback, isSplit } = endpoint;
  return {
    endpoint_id: endpoint.id,
    name: endpoint.name,
    ...toTimes(endpoint),
    model_mappings: models.map(toMlflowMapping),
    created_by: endpoint.createdBy ?? '',
    last_updated_by: endpoint.lastUpdatedBy ?? '',
    ...(tags.length > 0 && { tags: tags.map(({ key, value }) => ({ key, value })) }),
    ...(isSplit && { routing_strategy: 'REQUEST_BASED_TRAFFIC_SPLIT' }),
    ...(fallback && {
      fallback_config: {
        strategy: 'SEQUENTIAL',
        ...(fallback.maxAttempts !== undefined && { max_attempts: fallback.maxAttempts }),
      },
    }),
    usage_tracking: false,
  };
}

/** A binding as MLflow spells it; bindings never change. */
export function toMlflowBinding(binding: GatewayEndpointBinding) {
  const { createdBy, displayName } = binding;
  return {
    endpoint_id: binding.endpointId,
    resource_type: binding.resourceType,
    resource_id: binding.resourceId,
    created_at: binding.creationTime,
    last_updated_at: binding.creationTime,
    ...(createdBy && { created_by: createdBy, last_updated_by: createdBy }),
    ...(displayName && { display_name: displayName }),
  };
}

type Changed = Pick<GatewayEndpoint, 'creationTime' | 'lastUpdateTime' | 'createdBy' | 'lastUpdatedBy'>;

function toTimes({ creationTime, lastUpdateTime }: Changed) {
  return { created_at: creationTime, last_updated_at: lastUpdateTime };
}

function toNames({ createdBy, lastUpdatedBy }: Changed) {
  return {
    ...(createdBy && { created_by: createdBy }),
    ...(lastUpdatedBy && { last_updated_by: lastUpdatedBy }),
  };
}
