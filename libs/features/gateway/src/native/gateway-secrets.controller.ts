import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import { SecretsService } from '../secrets/secrets.service.ts';
import {
  createSecretBody,
  GatewaySecretDto,
  GatewaySecretListDto,
  type CreateSecretBody,
} from './gateway.dto.ts';

const ID = { name: 'id', schema: { type: 'string' } };

@ApiTags('gateway')
@Controller('api/v1/gateway/secrets')
export class GatewaySecretsController {
  constructor(private readonly secrets: SecretsService) {}

  @Get()
  @ApiOperation({ operationId: 'listGatewaySecrets', summary: 'Keys of model providers, masked' })
  @ApiOkResponse({ type: GatewaySecretListDto })
  async list(@CurrentWorkspace() workspaceId: string): Promise<GatewaySecretListDto> {
    return new GatewaySecretListDto(await this.secrets.list(workspaceId));
  }

  @Post()
  @ApiOperation({ operationId: 'createGatewaySecret', summary: 'Keep a key of a model provider' })
  @ApiZodBody(createSecretBody)
  @ApiCreatedResponse({ type: GatewaySecretDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createSecretBody)) body: CreateSecretBody,
  ): Promise<GatewaySecretDto> {
    const { name, provider, values, settings: authConfig } = body;
    return new GatewaySecretDto(
      await this.secrets.create(workspaceId, { name, provider, values, authConfig }),
    );
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteGatewaySecret', summary: 'Delete a key that no model uses' })
  @ApiParam(ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<void> {
    await this.secrets.delete(workspaceId, id);
  }
}
