import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import { ApiKeyLimits } from './api-key-limits.service.ts';
import { LimitsDto, putLimitsBody, type PutLimitsBody } from './limits.dto.ts';

@ApiTags('limits')
@Controller('api/v1/api-keys/:key_id/limits')
export class ApiKeyLimitsController {
  constructor(private readonly limits: ApiKeyLimits) {}

  @Get()
  @ApiOperation({
    operationId: 'getApiKeyLimits',
    summary: 'What an API key may use, and what it used',
  })
  @ApiOkResponse({ type: LimitsDto })
  async get(@CurrentWorkspace() workspaceId: string, @Param('key_id') keyId: string): Promise<LimitsDto> {
    return new LimitsDto(await this.limits.get(workspaceId, keyId));
  }

  @Put()
  @ApiOperation({
    operationId: 'putApiKeyLimits',
    summary: 'Limit what an API key may use',
    description: 'In place of the limits it had, and beside those of its workspace.',
  })
  @ApiZodBody(putLimitsBody)
  @ApiOkResponse({ type: LimitsDto })
  async put(
    @CurrentWorkspace() workspaceId: string,
    @Param('key_id') keyId: string,
    @Body(new ZodPipe(putLimitsBody)) body: PutLimitsBody,
  ): Promise<LimitsDto> {
    return new LimitsDto(await this.limits.put(workspaceId, keyId, body));
  }
}
