import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { byIdOrName } from '../input/gateway-input.ts';
import { SecretsService } from '../secrets/secrets.service.ts';
import {
  createSecretMessage,
  filterMessage,
  getSecretMessage,
  secretIdMessage,
  toMlflowSecret,
  updateSecretMessage,
} from './mlflow-gateway.dto.ts';

const WORDS = { id: 'secret_id', name: 'secret_name' };

/** MLflow's gateway secrets API, version 3.0. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'gateway/secrets'))
export class MlflowSecretsController {
  constructor(private readonly secrets: SecretsService) {}

  @Post('create')
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(createSecretMessage) message: z.output<typeof createSecretMessage>,
  ) {
    const {
      secret_name: name,
      secret_value: values,
      provider,
      auth_config: authConfig,
      created_by: by,
    } = message;
    return {
      secret: toMlflowSecret(
        await this.secrets.create(workspaceId, { name, values, provider, authConfig, by }),
      ),
    };
  }

  @Get('get')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(getSecretMessage) message: z.output<typeof getSecretMessage>,
  ) {
    const asked = byIdOrName(WORDS, { id: message.secret_id, name: message.secret_name });
    return { secret: toMlflowSecret(await this.secrets.get(workspaceId, asked)) };
  }

  @Post('update')
  @HttpCode(200)
  async update(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(updateSecretMessage) message: z.output<typeof updateSecretMessage>,
  ) {
    const { secret_id, secret_value: values, auth_config: authConfig, updated_by: by } = message;
    return {
      secret: toMlflowSecret(await this.secrets.update(workspaceId, secret_id, { values, authConfig, by })),
    };
  }

  @Delete('delete')
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(secretIdMessage) { secret_id }: z.output<typeof secretIdMessage>,
  ) {
    await this.secrets.delete(workspaceId, secret_id);
    return {};
  }

  @Get('list')
  async list(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(filterMessage) { provider }: z.output<typeof filterMessage>,
  ) {
    const secrets = await this.secrets.list(workspaceId, provider);
    return { ...(secrets.length > 0 && { secrets: secrets.map(toMlflowSecret) }) };
  }

  @Get('config')
  config() {
    return { secrets_available: this.secrets.isAvailable, using_default_passphrase: false };
  }
}
