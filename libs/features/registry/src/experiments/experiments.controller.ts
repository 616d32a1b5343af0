import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiNoContentResponse,
  ApiOkResponse,
  ApiOperation,
  ApiTags,
} from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import {
  createExperimentBody,
  ExperimentDto,
  ExperimentPageDto,
  listExperimentsQuery,
  updateExperimentBody,
  type CreateExperimentBody,
  type ListExperimentsQuery,
  type UpdateExperimentBody,
} from './experiments.dto.ts';
import { ExperimentsService } from './experiments.service.ts';

@ApiTags('experiments')
@Controller('api/v1/experiments')
export class ExperimentsController {
  constructor(private readonly experiments: ExperimentsService) {}

  @Get()
  @ApiOperation({ operationId: 'listExperiments', summary: 'List experiments' })
  @ApiZodQuery(listExperimentsQuery)
  @ApiOkResponse({ type: ExperimentPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listExperimentsQuery)) query: ListExperimentsQuery,
  ): Promise<ExperimentPageDto> {
    const { filter, order_by = '', stage, limit, page_token: pageToken } = query;
    const page = await this.experiments.search(workspaceId, {
      filter,
      orderBy: order_by.split(',').filter((item) => item.trim() !== ''),
      stages: stage === 'all' ? ['active', 'deleted'] : [stage],
      limit,
      pageToken,
    });
    const experiments = page.experiments.map((experiment) => new ExperimentDto(experiment));
    return new ExperimentPageDto(experiments, page.nextPageToken);
  }

  @Post()
  @ApiOperation({ operationId: 'createExperiment', summary: 'Create an experiment' })
  @ApiZodBody(createExperimentBody)
  @ApiCreatedResponse({ type: ExperimentDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createExperimentBody)) body: CreateExperimentBody,
  ): Promise<ExperimentDto> {
    const tags = Object.entries(body.tags).map(([key, value]) => ({ key, value }));
    return new ExperimentDto(await this.experiments.create(workspaceId, { name: body.name, tags }));
  }
  @Get(':experiment_id')
  @ApiOperation({ operationId: 'getExperiment', summary: 'Get an experiment, deleted ones too' })
  @ApiOkResponse({ type: ExperimentDto })
  async get(
    @CurrentWorkspace() workspaceId: string,
    @Param('experiment_id') experimentId: string,
  ): Promise<ExperimentDto> {
    return new ExperimentDto(await this.experiments.get(workspaceId, experimentId));
  }

  @Patch(':experiment_id')
  @ApiOperation({
    operationId: 'updateExperiment',
    summary: 'Rename or tag an experiment: all of it, or nothing',
  })
  @ApiZodBody(updateExperimentBody)
  @ApiOkResponse({ type: ExperimentDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('experiment_id') experimentId: string,
    @Body(new ZodPipe(updateExperimentBody)) body: UpdateExperimentBody,
  ): Promise<ExperimentDto> {
    return new ExperimentDto(await this.experiments.update(workspaceId, experimentId, body));
  }
  @Delete(':experiment_id')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteExperiment',
    summary: 'Hide an experiment and its runs until it is restored',
  })
  @ApiNoContentResponse()
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @Param('experiment_id') experimentId: string,
  ): Promise<void> {
    await this.experiments.delete(workspaceId, experimentId);
  }

  @Post(':experiment_id/restore')
  @HttpCode(200)
  @ApiOperation({ operationId: 'restoreExperiment', summary: 'Bring a deleted experiment back' })
  @ApiOkResponse({ type: ExperimentDto })
  async restore(
    @CurrentWorkspace() workspaceId: string,
    @Param('experiment_id') experimentId: string,
  ): Promise<ExperimentDto> {
    await this.experiments.restore(workspaceId, experimentId);
    return new ExperimentDto(await this.experiments.get(workspaceId, experimentId));
  }
}
