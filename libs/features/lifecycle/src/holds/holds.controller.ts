import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, CurrentWorkspace, type Principal } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import {
  LegalHoldDto,
  LegalHoldListDto,
  listHoldsQuery,
  setHoldBody,
  type ListHoldsQuery,
  type SetHoldBody,
} from './holds.dto.ts';
import { HoldsService } from './holds.service.ts';

@ApiTags('data lifecycle')
@Controller('api/v1/legal-holds')
export class HoldsController {
  constructor(private readonly holds: HoldsService) {}

  @Get()
  @ApiOperation({ operationId: 'listLegalHolds', summary: 'Legal holds, those in force first' })
  @ApiZodQuery(listHoldsQuery)
  @ApiOkResponse({ type: LegalHoldListDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listHoldsQuery)) { lifted }: ListHoldsQuery,
  ): Promise<LegalHoldListDto> {
    return new LegalHoldListDto(await this.holds.list(workspaceId, lifted === 'true'));
  }

  @Post()
  @ApiOperation({
    operationId: 'setLegalHold',
    summary: 'Keep traces of an experiment, or of a user or session of it, from being removed',
    description:
      'Neither their age nor an erasure removes them, and who deletes them is refused. Both a user and a session: what is of both.',
  })
  @ApiZodBody(setHoldBody)
  @ApiCreatedResponse({ type: LegalHoldDto })
  async set(
    @CurrentWorkspace() workspaceId: string,
    @CurrentPrincipal() principal: Principal,
    @Body(new ZodPipe(setHoldBody)) body: SetHoldBody,
  ): Promise<LegalHoldDto> {
    const { experiment_id: experimentId, user_id: userId, session_id: sessionId, reason } = body;
    const hold = { experimentId, userId, sessionId, reason, setBy: principal.name };
    return new LegalHoldDto(await this.holds.set(workspaceId, hold));
  }

  @Post(':hold_id/lift')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'liftLegalHold',
    summary: 'End a legal hold; it stays in the list of lifted ones',
  })
  @ApiParam({ name: 'hold_id' })
  @ApiOkResponse({ type: LegalHoldDto })
  async lift(
    @CurrentWorkspace() workspaceId: string,
    @CurrentPrincipal() principal: Principal,
    @Param('hold_id') id: string,
  ): Promise<LegalHoldDto> {
    return new LegalHoldDto(await this.holds.lift(workspaceId, id, principal.name));
  }
}
