import { Body, Controller, Delete, Get, Header, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
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
  createDatasetBody,
  DatasetDto,
  DatasetPageDto,
  DeletedRecordsDto,
  deleteRecordsBody,
  listDatasetsQuery,
  listRecordsQuery,
  MergedRecordsDto,
  mergeRecordsBody,
  RECORD_PAGE_SCHEMA,
  updateDatasetBody,
  type CreateDatasetBody,
  type DeleteRecordsBody,
  type ListDatasetsQuery,
  type ListRecordsQuery,
  type MergeRecordsBody,
  type UpdateDatasetBody,
} from './datasets.dto.ts';
import { DatasetsService } from './datasets.service.ts';

const ID = { name: 'id', schema: { type: 'string' } };

@ApiTags('datasets')
@Controller('api/v1/datasets')
export class DatasetsController {
  constructor(private readonly datasets: DatasetsService) {}

  @Get()
  @ApiOperation({ operationId: 'listDatasets', summary: 'List evaluation datasets' })
  @ApiZodQuery(listDatasetsQuery)
  @ApiOkResponse({ type: DatasetPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listDatasetsQuery)) query: ListDatasetsQuery,
  ): Promise<DatasetPageDto> {
    const { filter, experiment_id, order_by = '', limit, page_token: pageToken } = query;
    const page = await this.datasets.search(workspaceId, {
      experimentIds: experiment_id === undefined ? [] : [experiment_id],
      filter,
      orderBy: order_by.split(',').filter((item) => item.trim() !== ''),
      limit,
      pageToken,
    });
    return new DatasetPageDto(
      page.datasets.map((dataset) => new DatasetDto(dataset)),
      page.nextPageToken,
    );
  }

  @Post()
  @ApiOperation({ operationId: 'createDataset', summary: 'Create an evaluation dataset' })
  @ApiZodBody(createDatasetBody)
  @ApiCreatedResponse({ type: DatasetDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createDatasetBody)) body: CreateDatasetBody,
  ): Promise<DatasetDto> {
    const { name, experiment_ids: experimentIds, tags } = body;
    return new DatasetDto(await this.datasets.create(workspaceId, { name, experimentIds, tags }));
  }

  @Get(':id')
  @ApiOperation({ operationId: 'getDataset', summary: 'An evaluation dataset, without its records' })
  @ApiParam(ID)
  @ApiOkResponse({ type: DatasetDto })
  async get(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<DatasetDto> {
    return new DatasetDto(await this.datasets.get(workspaceId, id));
  }

  @Patch(':id')
  @ApiOperation({ operationId: 'updateDataset', summary: 'Change the tags and experiments of a dataset' })
  @ApiParam(ID)
  @ApiZodBody(updateDatasetBody)
  @ApiOkResponse({ type: DatasetDto })
  async update(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(updateDatasetBody)) body: UpdateDatasetBody,
  ): Promise<DatasetDto> {
    const { tags, add_experiment_ids: added, remove_experiment_ids: removed } = body;
    return new DatasetDto(await this.datasets.update(workspaceId, id, { tags, added, removed }));
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteDataset', summary: 'Delete a dataset and its records' })
  @ApiParam(ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('id') id: string): Promise<void> {
    await this.datasets.delete(workspaceId, id);
  }

  @Get(':id/records')
  @Header('content-type', 'application/json; charset=utf-8')
  @ApiOperation({
    operationId: 'listDatasetRecords',
    summary: 'Records of a dataset, in the order they came',
    description: 'A page has fewer records than asked when they are large: follow next_page_token.',
  })
  @ApiParam(ID)
  @ApiZodQuery(listRecordsQuery)
  @ApiOkResponse({ schema: RECORD_PAGE_SCHEMA })
  async listRecords(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Query(new ZodPipe(listRecordsQuery)) query: ListRecordsQuery,
  ): Promise<string> {
    const { limit, page_token: pageToken } = query;
    const { records, nextPageToken } = await this.datasets.listRecords(workspaceId, id, { limit, pageToken });
    // Written by hand: numbers that no JavaScript number can hold keep their digits.
    const token = nextPageToken === undefined ? '' : `,"next_page_token":${JSON.stringify(nextPageToken)}`;
    return `{"records":[${records.join(',')}]${token}}`;
  }

  @Post(':id/records')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'mergeDatasetRecords',
    summary: 'Add records, or add to those with the same inputs',
    description:
      'All records of a request or none. Expectations and tags are merged by key; outputs are replaced.',
  })
  @ApiParam(ID)
  @ApiZodBody(mergeRecordsBody)
  @ApiOkResponse({ type: MergedRecordsDto })
  async mergeRecords(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(mergeRecordsBody)) { records }: MergeRecordsBody,
  ): Promise<MergedRecordsDto> {
    return new MergedRecordsDto(await this.datasets.mergeRecords(workspaceId, id, JSON.stringify(records)));
  }

  @Post(':id/records/delete')
  @HttpCode(200)
  @ApiOperation({ operationId: 'deleteDatasetRecords', summary: 'Delete records by id' })
  @ApiParam(ID)
  @ApiZodBody(deleteRecordsBody)
  @ApiOkResponse({ type: DeletedRecordsDto })
  async deleteRecords(
    @CurrentWorkspace() workspaceId: string,
    @Param('id') id: string,
    @Body(new ZodPipe(deleteRecordsBody)) { record_ids }: DeleteRecordsBody,
  ): Promise<DeletedRecordsDto> {
    return new DeletedRecordsDto(await this.datasets.deleteRecords(workspaceId, id, record_ids));
  }
}
