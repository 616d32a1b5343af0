import { Body, Controller, Get, Param, Put } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, type Principal } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import { LimitsDto, putLimitsBody, type PutLimitsBody } from './limits.dto.ts';
import { WorkspaceLimits } from './workspace-limits.service.ts';

@ApiTags('limits')
@Controller('api/v1/workspaces/:name/limits')
export class WorkspaceLimitsController {
  constructor(private readonly limits: WorkspaceLimits) {}

  @Get()
  @ApiOperation({
    operationId: 'getWorkspaceLimits',
    summary: 'What a workspace may use, and what it used',
  })
  @ApiOkResponse({ type: LimitsDto })
  async get(@Param('name') name: string, @CurrentPrincipal() principal: Principal): Promise<LimitsDto> {
    return new LimitsDto(await this.limits.get(name, principal));
  }

  @Put()
  @ApiOperation({
    operationId: 'putWorkspaceLimits',
    summary: 'Limit what a workspace may use',
    description:
      'In place of the limits it had. They hold everywhere within two seconds; what is over them is answered by 429 with Retry-After.',
  })
  @ApiZodBody(putLimitsBody)
  @ApiOkResponse({ type: LimitsDto })
  async put(
    @Param('name') name: string,
    @Body(new ZodPipe(putLimitsBody)) body: PutLimitsBody,
    @CurrentPrincipal() principal: Principal,
  ): Promise<LimitsDto> {
    return new LimitsDto(await this.limits.put(name, body, principal));
  }
}
