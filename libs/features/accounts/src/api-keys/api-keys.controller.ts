import { Body, Controller, Delete, Get, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, CurrentWorkspace, type Principal } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import {
  ApiKeyDto,
  ApiKeyListDto,
  createApiKeyBody,
  NewApiKeyDto,
  type CreateApiKeyBody,
} from './api-keys.dto.ts';
import { ApiKeysService } from './api-keys.service.ts';

@ApiTags('access')
@Controller('api/v1/api-keys')
export class ApiKeysController {
  constructor(private readonly keys: ApiKeysService) {}

  @Get()
  @ApiOperation({
    operationId: 'listApiKeys',
    summary: 'List the API keys of the workspace',
    description: 'The newest first; revoked and expired ones too.',
  })
  @ApiOkResponse({ type: ApiKeyListDto })
  async list(@CurrentWorkspace() workspaceId: string): Promise<ApiKeyListDto> {
    return new ApiKeyListDto(await this.keys.list(workspaceId));
  }

  @Post()
  @ApiOperation({
    operationId: 'createApiKey',
    summary: 'Make an API key of the workspace, or of one experiment',
    description: 'The key is told this once.',
  })
  @ApiZodBody(createApiKeyBody)
  @ApiCreatedResponse({ type: NewApiKeyDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createApiKeyBody)) body: CreateApiKeyBody,
    @CurrentPrincipal() by: Principal,
  ): Promise<NewApiKeyDto> {
    const { name, role, experiment_id: experimentId, expiration_time: expirationTime } = body;
    const { key, text } = await this.keys.create(
      workspaceId,
      { name, role, experimentId, expirationTime },
      by,
    );
    return new NewApiKeyDto(key, text);
  }

  @Delete(':key_id')
  @ApiOperation({
    operationId: 'revokeApiKey',
    summary: 'Revoke an API key',
    description: 'For good, within 5 s everywhere.',
  })
  @ApiOkResponse({ type: ApiKeyDto })
  async revoke(@CurrentWorkspace() workspaceId: string, @Param('key_id') id: string): Promise<ApiKeyDto> {
    return new ApiKeyDto(await this.keys.revoke(workspaceId, id));
  }
}
