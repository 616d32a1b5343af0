import { Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import * as dto from './jobs.dto.ts';
import { JobsService } from './jobs.service.ts';

const ID = { name: 'id', schema: { type: 'string' } } as const;

@ApiTags('jobs')
@Controller('api/v1/jobs')
export class JobsController {
  constructor(private readonly jobs: JobsService) {}

  @Get()
  @ApiOperation({
    operationId: 'countJobs',
    summary: 'How many jobs of the workspace there are, by kind and state',
    description: 'How busy the queue is with all workspaces is in the metrics.',
  })
  @ApiOkResponse({ type: dto.JobCountsListDto })
  async count(@CurrentWorkspace() workspaceId: string): Promise<dto.JobCountsListDto> {
    return new dto.JobCountsListDto(await this.jobs.count(workspaceId));
  }

  @Get('set-aside')
  @ApiOperation({
    operationId: 'listSetAsideJobs',
    summary: 'Jobs that failed for good, the newest first',
    description: 'They stay until they are replayed or discarded.',
  })
  @ApiZodQuery(dto.listSetAsideQuery)
  @ApiOkResponse({ type: dto.SetAsideJobPageDto })
  async listSetAside(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(dto.listSetAsideQuery)) { limit, page_token: pageToken }: dto.ListSetAsideQuery,
  ): Promise<dto.SetAsideJobPageDto> {
    return new dto.SetAsideJobPageDto(await this.jobs.listSetAside(workspaceId, limit, pageToken));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getJob', summary: 'A job; one that ended is known for two hours' })
  @ApiParam(ID)
  @ApiOkResponse({ type: dto.JobDto })
  async get(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<dto.JobDto> {
    return new dto.JobDto(await this.jobs.get(workspaceId, id));
  }

  @Post('set-aside/:id/replay')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'replayJob',
    summary: 'Run a job that was set aside again, with all its attempts',
  })
  @ApiParam(ID)
  @ApiOkResponse({ type: dto.JobDto })
  async replay(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<dto.JobDto> {
    return new dto.JobDto(await this.jobs.replay(workspaceId, id));
  }

  @Post('set-aside/:id/discard')
  @HttpCode(204)
  @ApiOperation({ operationId: 'discardJob', summary: 'Forget a job that was set aside' })
  @ApiParam(ID)
  @ApiNoContentResponse()
  async discard(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<void> {
    await this.jobs.discard(workspaceId, id);
  }

  @Post(':id/cancel')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'cancelJob',
    summary: 'Cancel a job that waits or runs',
    description: 'One that runs is told to stop, and is cancelled whatever it does.',
  })
  @ApiParam(ID)
  @ApiOkResponse({ type: dto.JobDto })
  async cancel(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<dto.JobDto> {
    return new dto.JobDto(await this.jobs.cancel(workspaceId, id));
  }
}
