import { Body, Controller, Get, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DEFAULT_WORKSPACE_ID } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import {
  createExperimentBody,
  ExperimentDto,
  ExperimentPageDto,
  listExperimentsQuery,
  type CreateExperimentBody,
  type ListExperimentsQuery,
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
    @Query(new ZodPipe(listExperimentsQuery)) query: ListExperimentsQuery,
  ): Promise<ExperimentPageDto> {
    const { filter, order_by = '', stage, limit, page_token: pageToken } = query;
    const page = await this.experiments.search(DEFAULT_WORKSPACE_ID, {
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
  async create(@Body(new ZodPipe(createExperimentBody)) body: CreateExperimentBody): Promise<ExperimentDto> {
    const tags = Object.entries(body.tags).map(([key, value]) => ({ key, value }));
    return new ExperimentDto(await this.experiments.create(DEFAULT_WORKSPACE_ID, { name: body.name, tags }));
  }
}
