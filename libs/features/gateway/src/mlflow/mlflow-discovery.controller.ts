import { Controller, Get } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { DiscoveryService, type OfferedModel } from '../discovery/discovery.service.ts';
import { providerMessage } from './mlflow-gateway.dto.ts';

/** What MLflow's web UI asks before it shows a form. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'gateway'))
export class MlflowDiscoveryController {
  constructor(private readonly discovery: DiscoveryService) {}

  @Get('supported-providers')
  providers() {
    return { providers: this.discovery.listProviders().map(({ name }) => name) };
  }

  @Get('supported-models')
  models(@MlflowParameters(providerMessage) { provider }: z.output<typeof providerMessage>) {
    return { models: this.discovery.listModels(provider).map(toMlflowModelInfo) };
  }

  @Get('provider-config')
  providerConfig(@MlflowParameters(providerMessage) { provider = '' }: z.output<typeof providerMessage>) {
    const { label, needsKey, needsAddress } = this.discovery.describe(provider);
    const field = (name: string, description: string, required: boolean) => ({
      name,
      type: 'string',
      description,
      required,
    });
    return {
      auth_modes: [
        {
          mode: 'api_key',
          display_name: 'API Key',
          description: `Use ${label} API Key`,
          secret_fields: [field('api_key', `${label} API Key`, needsKey)],
          config_fields: [field('api_base', `${label} API Base URL`, needsAddress)],
        },
      ],
      default_mode: 'api_key',
    };
  }
}

/** What the table of prices does not say is not known here. */
function toMlflowModelInfo({ provider, model, inputDollars, outputDollars }: OfferedModel) {
  return {
    model,
    provider,
    mode: 'chat',
    input_cost_per_token: inputDollars ?? null,
    output_cost_per_token: outputDollars ?? null,
    max_input_tokens: null,
    max_output_tokens: null,
    deprecation_date: null,
    modality: null,
  };
}
