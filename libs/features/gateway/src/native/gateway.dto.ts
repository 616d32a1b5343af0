import { ApiProperty } from '@nestjs/swagger';
import type { GatewayModel, GatewaySecret } from '@millrace/model-access';
import { z } from 'zod';
import type { WholeEndpoint } from '../endpoints/endpoints.service.ts';

const name = z.string().min(1).max(255);
const texts = z.record(z.string(), z.string());

export const createSecretBody = z.object({
  name,
  provider: z.string().optional().describe('openai, anthropic, gemini, …; absent: of any provider'),
  values: texts.describe('Such as api_key; never told again'),
  settings: texts.default({}).describe('Such as api_base'),
});
export type CreateSecretBody = z.output<typeof createSecretBody>;

export const createModelBody = z.object({
  name,
  provider: z.string(),
  model: z.string().min(1).describe("What the provider calls it, such as 'gpt-4o-mini'"),
  secret_id: z.string(),
});
export type CreateModelBody = z.output<typeof createModelBody>;

export const createEndpointBody = z.object({
  name: name.describe('What gateway:/<name> and the chat completions ask for'),
  models: z
    .array(
      z.object({
        model_id: z.string(),
        weight: z
          .number()
          .min(0)
          .default(1)
          .describe('Its share of the requests, beside the weights of the others'),
      }),
    )
    .min(1)
    .describe('With several of them the requests are shared'),
  fallback_model_ids: z.array(z.string()).default([]).describe('Asked one after the other when that fails'),
});
export type CreateEndpointBody = z.output<typeof createEndpointBody>;

/** A secret as `/api/v1` tells it: masked. */
export class GatewaySecretDto {
  @ApiProperty({ type: String, example: 's-d607fa6d36a1427c8a103ef3a52e2019' })
  readonly secret_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: String, required: false })
  readonly provider: string | undefined;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' }, example: { api_key: 'sk-...cdef' } })
  readonly masked_values: Readonly<Record<string, string>>;

  @ApiProperty({ type: Object, additionalProperties: { type: 'string' } })
  readonly settings: Readonly<Record<string, string>>;

  @ApiProperty({ type: String, format: 'date-time' })
  readonly last_update_time: string;

  constructor(secret: GatewaySecret) {
    this.secret_id = secret.id;
    this.name = secret.name;
    this.provider = secret.provider ?? undefined;
    this.masked_values = secret.maskedValues;
    this.settings = secret.authConfig;
    this.last_update_time = new Date(secret.lastUpdateTime).toISOString();
  }
}

export class GatewaySecretListDto {
  @ApiProperty({ type: () => [GatewaySecretDto] })
  readonly secrets: readonly GatewaySecretDto[];

  constructor(secrets: readonly GatewaySecret[]) {
    this.secrets = secrets.map((secret) => new GatewaySecretDto(secret));
  }
}

/** A model of a provider as `/api/v1` tells it. */
export class GatewayModelDto {
  @ApiProperty({ type: String, example: 'd-ad99ade14b3d4a16b3829504d9d4eaa3' })
  readonly model_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: String, example: 'openai' })
  readonly provider: string;

  @ApiProperty({ type: String, example: 'gpt-4o-mini' })
  readonly model: string;

  @ApiProperty({ type: String })
  readonly secret_id: string;

  constructor(model: GatewayModel) {
    this.model_id = model.id;
    this.name = model.name;
    this.provider = model.provider;
    this.model = model.modelName;
    this.secret_id = model.secretId;
  }
}

export class GatewayModelListDto {
  @ApiProperty({ type: () => [GatewayModelDto] })
  readonly models: readonly GatewayModelDto[];

  constructor(models: readonly GatewayModel[]) {
    this.models = models.map((model) => new GatewayModelDto(model));
  }
}

/** A name under which models are reached, as `/api/v1` tells it. */
export class GatewayEndpointDto {
  @ApiProperty({ type: String, example: 'e-9252494b76d44ed8bce081e92352eb1e' })
  readonly endpoint_id: string;

  @ApiProperty({ type: String })
  readonly name: string;

  @ApiProperty({ type: [String], description: 'Model definitions that answer' })
  readonly model_ids: readonly string[];

  @ApiProperty({ type: [String], description: 'Model definitions that are asked when that fails, in order' })
  readonly fallback_model_ids: readonly string[];

  @ApiProperty({ type: String, format: 'date-time' })
  readonly last_update_time: string;

  constructor({ endpoint, models }: WholeEndpoint) {
    const idsOf = (isFallback: boolean): string[] =>
      models.filter((each) => each.isFallback === isFallback).map(({ modelId }) => modelId);
    this.endpoint_id = endpoint.id;
    this.name = endpoint.name;
    this.model_ids = idsOf(false);
    this.fallback_model_ids = idsOf(true);
    this.last_update_time = new Date(endpoint.lastUpdateTime).toISOString();
  }
}

export class GatewayEndpointListDto {
  @ApiProperty({ type: () => [GatewayEndpointDto] })
  readonly endpoints: readonly GatewayEndpointDto[];

  constructor(endpoints: readonly WholeEndpoint[]) {
    this.endpoints = endpoints.map((endpoint) => new GatewayEndpointDto(endpoint));
  }
}
