import { Body, Controller, Get, HttpCode, Param, Post, Put, Query } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentPrincipal, CurrentWorkspace, type Principal } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { RemovalsService } from '../removals/removals.service.ts';
import * as dto from './retention.dto.ts';
import { RetentionService } from './retention.service.ts';

@ApiTags('data lifecycle')
@Controller('api/v1/retention')
export class RetentionController {
  constructor(
    private readonly retention: RetentionService,
    private readonly removals: RemovalsService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'getRetention', summary: 'For how many days traces are kept' })
  @ApiOkResponse({ type: dto.RetentionDto })
  async get(@CurrentWorkspace() workspaceId: string): Promise<dto.RetentionDto> {
    return new dto.RetentionDto(await this.retention.get(workspaceId));
  }

  @Put()
  @ApiOperation({
    operationId: 'setDefaultRetention',
    summary: 'Set for how many days traces of experiments without a rule of their own are kept',
  })
  @ApiZodBody(dto.setRetentionBody)
  @ApiOkResponse({ type: dto.RetentionDto })
  async setDefault(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(dto.setRetentionBody)) { days }: dto.SetRetentionBody,
  ): Promise<dto.RetentionDto> {
    return new dto.RetentionDto(await this.retention.set(workspaceId, undefined, days ?? undefined));
  }

  @Put('experiments/:experiment_id')
  @ApiOperation({
    operationId: 'setExperimentRetention',
    summary: 'Set for how many days traces of an experiment are kept',
    description:
      'What is older is removed for good once a day, with everything that came out of it. Legal holds keep it.',
  })
  @ApiParam({ name: 'experiment_id' })
  @ApiZodBody(dto.setRetentionBody)
  @ApiOkResponse({ type: dto.RetentionDto })
  async setOne(
    @CurrentWorkspace() workspaceId: string,
    @Param('experiment_id') experimentId: string,
    @Body(new ZodPipe(dto.setRetentionBody)) { days }: dto.SetRetentionBody,
  ): Promise<dto.RetentionDto> {
    return new dto.RetentionDto(await this.retention.set(workspaceId, experimentId, days ?? undefined));
  }

  @Get('removals')
  @ApiOperation({
    operationId: 'listRemovals',
    summary: 'What was removed because of its age or after it was deleted, the newest first',
  })
  @ApiZodQuery(dto.listRemovalsQuery)
  @ApiOkResponse({ type: dto.RemovalPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(dto.listRemovalsQuery)) query: dto.ListRemovalsQuery,
  ): Promise<dto.RemovalPageDto> {
    const { experiment_id: experimentId, limit, page_token: pageToken } = query;
    const kinds = ['retention', 'deletion'] as const;
    return new dto.RemovalPageDto(
      await this.removals.list(workspaceId, { kinds, experimentId, limit, pageToken }),
    );
  }

  @Post('removals')
  @HttpCode(202)
  @ApiOperation({
    operationId: 'applyRetention',
    summary: 'Remove the old traces of an experiment now, without waiting for the next day',
  })
  @ApiZodBody(dto.applyRetentionBody)
  @ApiAcceptedResponse({ type: dto.RemovalDto })
  async apply(
    @CurrentWorkspace() workspaceId: string,
    @CurrentPrincipal() principal: Principal,
    @Body(new ZodPipe(dto.applyRetentionBody)) { experiment_id: experimentId }: dto.ApplyRetentionBody,
  ): Promise<dto.RemovalDto> {
    return new dto.RemovalDto(await this.retention.apply(workspaceId, experimentId, principal.name));
  }
}
