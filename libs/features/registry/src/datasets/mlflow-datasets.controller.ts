import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { experimentIdsOf } from '@millrace/datasets';
import { checkLimit, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { DatasetsService } from './datasets.service.ts';
import {
  createMessage,
  datasetIdMessage,
  deleteRecordsMessage,
  experimentsMessage,
  listRecordsMessage,
  mergeMessage,
  readTags,
  searchMessage,
  tagKeyMessage,
  tagsMessage,
  toMlflowDataset,
  type SearchMessage,
} from './mlflow-datasets.dto.ts';

const MOST_RESULTS = 1000;

/** MLflow's evaluation datasets API, version 3.0. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'datasets'))
export class MlflowDatasetsController {
  constructor(private readonly datasets: DatasetsService) {}

  @Post('create')
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(createMessage) message: z.output<typeof createMessage>,
  ) {
    const { name, experiment_ids: experimentIds, tags, created_by: createdBy } = message;
    const dataset = await this.datasets.create(workspaceId, {
      name,
      experimentIds,
      tags: readTags(tags),
      createdBy,
    });
    return { dataset: toMlflowDataset(dataset) };
  }

  @Get('search')
  searchByGet(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(searchMessage) message: SearchMessage,
  ) {
    return this.search(workspaceId, message);
  }

  @Post('search')
  @HttpCode(200)
  async search(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(searchMessage) message: SearchMessage,
  ) {
    const { experiment_ids: experimentIds, filter_string: filter, order_by: orderBy } = message;
    const { max_results: limit, page_token: pageToken } = message;
    checkLimit(limit, MOST_RESULTS);
    const page = await this.datasets.search(workspaceId, {
      experimentIds,
      filter,
      orderBy,
      limit,
      pageToken,
    });
    return {
      ...(page.datasets.length > 0 && { datasets: page.datasets.map(toMlflowDataset) }),
      ...(page.nextPageToken !== undefined && { next_page_token: page.nextPageToken }),
    };
  }

  @Get(':dataset_id')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(datasetIdMessage) { dataset_id }: z.output<typeof datasetIdMessage>,
  ) {
    return { dataset: toMlflowDataset(await this.datasets.get(workspaceId, dataset_id)) };
  }

  @Delete(':dataset_id')
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(datasetIdMessage) { dataset_id }: z.output<typeof datasetIdMessage>,
  ) {
    await this.datasets.delete(workspaceId, dataset_id);
    return {};
  }

  @Patch(':dataset_id/tags')
  async setTags(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(tagsMessage) { dataset_id, tags }: z.output<typeof tagsMessage>,
  ) {
    return {
      dataset: toMlflowDataset(await this.datasets.update(workspaceId, dataset_id, { tags: readTags(tags) })),
    };
  }

  @Delete(':dataset_id/tags/:key')
  async deleteTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(tagKeyMessage) { dataset_id, key }: z.output<typeof tagKeyMessage>,
  ) {
    await this.datasets.deleteTag(workspaceId, dataset_id, key);
    return {};
  }

  @Post(':dataset_id/records')
  @HttpCode(200)
  async mergeRecords(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(mergeMessage) message: z.output<typeof mergeMessage>,
  ) {
    const { dataset_id, records, updated_by } = message;
    const { inserted, updated } = await this.datasets.mergeRecords(
      workspaceId,
      dataset_id,
      records,
      updated_by,
    );
    return { inserted_count: inserted, updated_count: updated };
  }

  @Get(':dataset_id/records')
  async listRecords(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(listRecordsMessage) message: z.output<typeof listRecordsMessage>,
  ) {
    const { dataset_id, max_results: limit, page_token: pageToken } = message;
    const page = await this.datasets.listRecords(workspaceId, dataset_id, { limit, pageToken });
    return {
      records: `[${page.records.join(', ')}]`,
      ...(page.nextPageToken !== undefined && { next_page_token: page.nextPageToken }),
    };
  }

  @Delete(':dataset_id/records')
  async deleteRecords(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(deleteRecordsMessage) message: z.output<typeof deleteRecordsMessage>,
  ) {
    const { dataset_id, dataset_record_ids } = message;
    return { deleted_count: await this.datasets.deleteRecords(workspaceId, dataset_id, dataset_record_ids) };
  }

  @Get(':dataset_id/experiment-ids')
  async experimentIds(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(datasetIdMessage) { dataset_id }: z.output<typeof datasetIdMessage>,
  ) {
    const ids = experimentIdsOf(await this.datasets.get(workspaceId, dataset_id));
    return { ...(ids.length > 0 && { experiment_ids: ids }) };
  }

  @Post(':dataset_id/add-experiments')
  @HttpCode(200)
  async addExperiments(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(experimentsMessage) message: z.output<typeof experimentsMessage>,
  ) {
    const { dataset_id, experiment_ids } = message;
    const dataset = await this.datasets.update(workspaceId, dataset_id, { added: experiment_ids });
    return { dataset: toMlflowDataset(dataset) };
  }

  @Post(':dataset_id/remove-experiments')
  @HttpCode(200)
  async removeExperiments(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(experimentsMessage) message: z.output<typeof experimentsMessage>,
  ) {
    const { dataset_id, experiment_ids } = message;
    const dataset = await this.datasets.update(workspaceId, dataset_id, { removed: experiment_ids });
    return { dataset: toMlflowDataset(dataset) };
  }
}
