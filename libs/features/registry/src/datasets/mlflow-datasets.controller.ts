import { Controller, Delete, Get, HttpCode, Patch, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { DEFAULT_WORKSPACE_ID } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { checkLimit } from '../search/search-table.ts';
import { DatasetsService } from './datasets.service.ts';
import { experimentIdsOf } from './evaluation-dataset.entity.ts';
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

const WORKSPACE = DEFAULT_WORKSPACE_ID;
const MOST_RESULTS = 1000;

/** MLflow's evaluation datasets API, version 3.0. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'datasets'))
export class MlflowDatasetsController {
  constructor(private readonly datasets: DatasetsService) {}

  @Post('create')
  @HttpCode(200)
  async create(@MlflowParameters(createMessage) message: z.output<typeof createMessage>) {
    const { name, experiment_ids: experimentIds, tags, created_by: createdBy } = message;
    const dataset = await this.datasets.create(WORKSPACE, {
      name,
      experimentIds,
      tags: readTags(tags),
      createdBy,
    });
    return { dataset: toMlflowDataset(dataset) };
  }

  @Get('search')
  searchByGet(@MlflowParameters(searchMessage) message: SearchMessage) {
    return this.search(message);
  }

  @Post('search')
  @HttpCode(200)
  async search(@MlflowParameters(searchMessage) message: SearchMessage) {
    const { experiment_ids: experimentIds, filter_string: filter, order_by: orderBy } = message;
    const { max_results: limit, page_token: pageToken } = message;
    checkLimit(limit, MOST_RESULTS);
    const page = await this.datasets.search(WORKSPACE, { experimentIds, filter, orderBy, limit, pageToken });
    return {
      ...(page.datasets.length > 0 && { datasets: page.datasets.map(toMlflowDataset) }),
      ...(page.nextPageToken !== undefined && { next_page_token: page.nextPageToken }),
    };
  }

  @Get(':dataset_id')
  async get(@MlflowParameters(datasetIdMessage) { dataset_id }: z.output<typeof datasetIdMessage>) {
    return { dataset: toMlflowDataset(await this.datasets.get(WORKSPACE, dataset_id)) };
  }

  @Delete(':dataset_id')
  async delete(@MlflowParameters(datasetIdMessage) { dataset_id }: z.output<typeof datasetIdMessage>) {
    await this.datasets.delete(WORKSPACE, dataset_id);
    return {};
  }

  @Patch(':dataset_id/tags')
  async setTags(@MlflowParameters(tagsMessage) { dataset_id, tags }: z.output<typeof tagsMessage>) {
    return {
      dataset: toMlflowDataset(await this.datasets.update(WORKSPACE, dataset_id, { tags: readTags(tags) })),
    };
  }

  @Delete(':dataset_id/tags/:key')
  async deleteTag(@MlflowParameters(tagKeyMessage) { dataset_id, key }: z.output<typeof tagKeyMessage>) {
    await this.datasets.deleteTag(WORKSPACE, dataset_id, key);
    return {};
  }

  @Post(':dataset_id/records')
  @HttpCode(200)
  async mergeRecords(@MlflowParameters(mergeMessage) message: z.output<typeof mergeMessage>) {
    const { dataset_id, records, updated_by } = message;
    const { inserted, updated } = await this.datasets.mergeRecords(
      WORKSPACE,
      dataset_id,
      records,
      updated_by,
    );
    return { inserted_count: inserted, updated_count: updated };
  }

  @Get(':dataset_id/records')
  async listRecords(@MlflowParameters(listRecordsMessage) message: z.output<typeof listRecordsMessage>) {
    const { dataset_id, max_results: limit, page_token: pageToken } = message;
    const page = await this.datasets.listRecords(WORKSPACE, dataset_id, { limit, pageToken });
    return {
      records: `[${page.records.join(', ')}]`,
      ...(page.nextPageToken !== undefined && { next_page_token: page.nextPageToken }),
    };
  }

  @Delete(':dataset_id/records')
  async deleteRecords(
    @MlflowParameters(deleteRecordsMessage) message: z.output<typeof deleteRecordsMessage>,
  ) {
    const { dataset_id, dataset_record_ids } = message;
    return { deleted_count: await this.datasets.deleteRecords(WORKSPACE, dataset_id, dataset_record_ids) };
  }

  @Get(':dataset_id/experiment-ids')
  async experimentIds(@MlflowParameters(datasetIdMessage) { dataset_id }: z.output<typeof datasetIdMessage>) {
    const ids = experimentIdsOf(await this.datasets.get(WORKSPACE, dataset_id));
    return { ...(ids.length > 0 && { experiment_ids: ids }) };
  }

  @Post(':dataset_id/add-experiments')
  @HttpCode(200)
  async addExperiments(@MlflowParameters(experimentsMessage) message: z.output<typeof experimentsMessage>) {
    const { dataset_id, experiment_ids } = message;
    const dataset = await this.datasets.update(WORKSPACE, dataset_id, { added: experiment_ids });
    return { dataset: toMlflowDataset(dataset) };
  }

  @Post(':dataset_id/remove-experiments')
  @HttpCode(200)
  async removeExperiments(
    @MlflowParameters(experimentsMessage) message: z.output<typeof experimentsMessage>,
  ) {
    const { dataset_id, experiment_ids } = message;
    const dataset = await this.datasets.update(WORKSPACE, dataset_id, { removed: experiment_ids });
    return { dataset: toMlflowDataset(dataset) };
  }
}
