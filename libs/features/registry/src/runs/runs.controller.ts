import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiParam,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import type { KeyValue } from '@millrace/runs';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { MetricHistoryService } from './metrics/metric-history.service.ts';
import { RunLoggingService } from './run-logging.service.ts';
import {
  createRunBody,
  listRunsQuery,
  logRunBody,
  MetricHistoryDto,
  metricHistoryQuery,
  RunDto,
  RunPageDto,
  updateRunBody,
  type CreateRunBody,
  type ListRunsQuery,
  type LogRunBody,
  type MetricHistoryQuery,
  type UpdateRunBody,
} from './runs.dto.ts';
import { RunsService } from './runs.service.ts';

const ID = { name: 'id', schema: { type: 'string' } };

@ApiTags('runs')
@Controller('api/v1/runs')
export class RunsController {
  constructor(
    private readonly runs: RunsService,
    private readonly logging: RunLoggingService,
    private readonly history: MetricHistoryService,
  ) {}

  @Get()
  @ApiOperation({ operationId: 'listRuns', summary: 'List runs of experiments' })
  @ApiZodQuery(listRunsQuery)
  @ApiOkResponse({ type: RunPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listRunsQuery)) query: ListRunsQuery,
  ): Promise<RunPageDto> {
    const { experiment_id, filter, order_by = '', stage, limit, page_token: pageToken } = query;
    const page = await this.runs.search(workspaceId, {
      experimentIds: wordsOf(experiment_id),
      filter,
      orderBy: wordsOf(order_by),
      stages: stage === 'all' ? ['active', 'deleted'] : [stage],
      limit,
      pageToken,
    });
    return new RunPageDto(page.runs, page.nextPageToken);
  }

  @Post()
  @ApiOperation({ operationId: 'createRun', summary: 'Create a run' })
  @ApiZodBody(createRunBody)
  @ApiCreatedResponse({ type: RunDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createRunBody)) body: CreateRunBody,
  ): Promise<RunDto> {
    const { experiment_id: experimentId, name, user_id: userId, start_time: startTime } = body;
    const tags = toPairs(body.tags);
    return new RunDto(await this.runs.create(workspaceId, { experimentId, name, userId, startTime, tags }));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getRun', summary: 'A run with what was logged to it' })
  @ApiParam(ID)
  @ApiOkResponse({ type: RunDto })
  async get(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<RunDto> {
    return new RunDto(await this.runs.get(workspaceId, id));
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'updateRun', summary: 'Rename a run, or tell of its status and end' })
  @ApiParam(ID)
  @ApiZodBody(updateRunBody)
  @ApiOkResponse({ type: RunDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(updateRunBody)) { name, status, end_time: endTime }: UpdateRunBody,
  ): Promise<RunDto> {
    return new RunDto(await this.runs.update(workspaceId, id, { name, status, endTime }));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteRun',
    summary: 'Delete a run; it can be restored',
    description: 'What the run said about traces, its assessments, is deleted for good.',
  })
  @ApiParam(ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<void> {
    await this.runs.delete(workspaceId, id);
  }

  @Post(':id/restore')
  @HttpCode(204)
  @ApiOperation({ operationId: 'restoreRun', summary: 'Restore a deleted run' })
  @ApiParam(ID)
  @ApiNoContentResponse()
  async restore(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<void> {
    await this.runs.restore(workspaceId, id);
  }

  @Post(':id/log')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'logToRun',
    summary: 'Log metrics, params and tags to a run',
    description: 'All of a request or nothing; an identical point of a metric again changes nothing.',
  })
  @ApiParam(ID)
  @ApiZodBody(logRunBody)
  @ApiNoContentResponse()
  async log(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(logRunBody)) body: LogRunBody,
  ): Promise<void> {
    const now = Date.now();
    const metrics = body.metrics.map(({ timestamp = now, model_id: modelId, ...point }) => ({ ...point, timestamp, modelId })); // prettier-ignore
    const [params, tags] = [toPairs(body.params), toPairs(body.tags)];
    await this.logging.logBatch(workspaceId, id, { metrics, params, tags });
  }

  @Get(':id/metric-history')
  @ApiOperation({ operationId: 'getMetricHistory', summary: 'All values of a metric of a run' })
  @ApiParam(ID)
  @ApiZodQuery(metricHistoryQuery)
  @ApiOkResponse({ type: MetricHistoryDto })
  async getHistory(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Query(new ZodPipe(metricHistoryQuery)) { key, limit, page_token: pageToken }: MetricHistoryQuery,
  ): Promise<MetricHistoryDto> {
    return new MetricHistoryDto(await this.history.get(workspaceId, id, { key, limit, pageToken }));
  }
}

function wordsOf(list: string): string[] {
  return list
    .split(',')
    .map((word) => word.trim())
    .filter((word) => word !== '');
}

function toPairs(record: Readonly<Record<string, string>>): KeyValue[] {
  return Object.entries(record).map(([key, value]) => ({ key, value }));
}
