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
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import {
  createModelBody,
  listModelsQuery,
  LoggedModelDto,
  LoggedModelPageDto,
  parseModelOrder,
  updateModelBody,
  type CreateModelBody,
  type ListModelsQuery,
  type UpdateModelBody,
} from './logged-models.dto.ts';
import { LoggedModelsService } from './logged-models.service.ts';

const ID = { name: 'id', schema: { type: 'string' } };

@ApiTags('logged models')
@Controller('api/v1/logged-models')
export class LoggedModelsController {
  constructor(private readonly models: LoggedModelsService) {}

  @Get()
  @ApiOperation({
    operationId: 'listLoggedModels',
    summary: 'List versions of applications and models',
    description: 'Newest first by default. Deleted ones are left out.',
  })
  @ApiZodQuery(listModelsQuery)
  @ApiOkResponse({ type: LoggedModelPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listModelsQuery)) query: ListModelsQuery,
  ): Promise<LoggedModelPageDto> {
    const { dataset_name: name, dataset_digest: digest, order_by = '', page_token: pageToken } = query;
    const dataset = name === undefined ? undefined : { name, digest };
    const page = await this.models.search({
      workspaceId,
      experimentIds: query.experiment_id.split(','),
      filter: query.filter,
      datasets: dataset ? [dataset] : [],
      orderBy: parseModelOrder(order_by),
      limit: query.limit,
      pageToken,
    });
    const models = page.models.map((model) => new LoggedModelDto(model));
    return new LoggedModelPageDto(models, page.nextPageToken);
  }

  @Post()
  @ApiOperation({ operationId: 'createLoggedModel', summary: 'Make a version of an application or model' })
  @ApiZodBody(createModelBody)
  @ApiCreatedResponse({ type: LoggedModelDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createModelBody)) body: CreateModelBody,
  ): Promise<LoggedModelDto> {
    const given = {
      experimentId: body.experiment_id,
      name: body.name,
      modelType: body.model_type,
      sourceRunId: body.source_run_id,
      params: pairs(body.params),
      tags: pairs(body.tags),
    };
    return new LoggedModelDto(await this.models.create(workspaceId, given));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getLoggedModel', summary: 'A version with its params, tags and metrics' })
  @ApiParam(ID)
  @ApiOkResponse({ type: LoggedModelDto })
  async get(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<LoggedModelDto> {
    return new LoggedModelDto(await this.models.get(workspaceId, id));
  }

  @Patch(':id')
  @ApiOperation({
    operationId: 'updateLoggedModel',
    summary: 'Say how a version came out, add params and tags',
    description: 'All of it or nothing. Params are written once: another value of one is refused.',
  })
  @ApiParam(ID)
  @ApiZodBody(updateModelBody)
  @ApiOkResponse({ type: LoggedModelDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(updateModelBody)) body: UpdateModelBody,
  ): Promise<LoggedModelDto> {
    const change = { status: body.status, params: pairs(body.params), tags: pairs(body.tags) };
    return new LoggedModelDto(await this.models.update(workspaceId, id, change));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteLoggedModel', summary: 'Take a version out of lists' })
  @ApiParam(ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<void> {
    await this.models.delete(workspaceId, id);
  }

  @Delete(':id/tags/:key')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteLoggedModelTag', summary: 'Take a tag off a version' })
  @ApiParam(ID)
  @ApiParam({ name: 'key', schema: { type: 'string' } })
  @ApiNoContentResponse()
  async deleteTag(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Param('key') key: string,
  ): Promise<void> {
    await this.models.deleteTag(workspaceId, id, key);
  }
}

function pairs(record: Readonly<Record<string, string>>) {
  return Object.entries(record).map(([key, value]) => ({ key, value }));
}
