import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { checkLimit, MlflowError, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { ExperimentsService } from './experiments.service.ts';
import {
  createMessage,
  deleteTagMessage,
  experimentIdMessage,
  experimentNameMessage,
  searchMessage,
  setTagMessage,
  toMlflowExperiment,
  updateMessage,
  type SearchMessage,
} from './mlflow-experiments.dto.ts';
import { STAGES_IN_VIEW } from './mlflow-view-type.ts';

const MOST_RESULTS = 50_000;

/** MLflow's experiments API, version 2.0. */
@ApiExcludeController()
@Controller(mlflowPaths('2.0', 'experiments'))
export class MlflowExperimentsController {
  constructor(private readonly experiments: ExperimentsService) {}

  @Get('get')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(experimentIdMessage) { experiment_id }: z.output<typeof experimentIdMessage>,
  ) {
    return { experiment: toMlflowExperiment(await this.experiments.get(workspaceId, experiment_id)) };
  }

  @Get('get-by-name')
  async getByName(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(experimentNameMessage) { experiment_name }: z.output<typeof experimentNameMessage>,
  ) {
    return { experiment: toMlflowExperiment(await this.experiments.getByName(workspaceId, experiment_name)) };
  }

  @Post('create')
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(createMessage) message: z.output<typeof createMessage>,
  ) {
    const { name, artifact_location: artifactLocation, tags } = message;
    const { id } = await this.experiments.create(workspaceId, { name, artifactLocation, tags });
    return { experiment_id: String(id) };
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
    const { max_results: limit, order_by: orderBy, view_type, filter, page_token: pageToken } = message;
    checkLimit(limit, MOST_RESULTS);
    const stages = STAGES_IN_VIEW[view_type];
    const page = await this.experiments.search(workspaceId, { filter, orderBy, stages, limit, pageToken });
    return {
      ...(page.experiments.length > 0 && { experiments: page.experiments.map(toMlflowExperiment) }),
      ...(page.nextPageToken !== undefined && { next_page_token: page.nextPageToken }),
    };
  }

  @Post('update')
  @HttpCode(200)
  async update(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(updateMessage) message: z.output<typeof updateMessage>,
  ) {
    if (message.new_name === undefined) {
      throw new MlflowError('INVALID_PARAMETER_VALUE', "Missing value for required parameter 'new_name'.");
    }
    await this.experiments.rename(workspaceId, message.experiment_id, message.new_name);
    return {};
  }

  @Post('delete')
  @HttpCode(200)
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(experimentIdMessage) { experiment_id }: z.output<typeof experimentIdMessage>,
  ) {
    await this.experiments.delete(workspaceId, experiment_id);
    return {};
  }

  @Post('restore')
  @HttpCode(200)
  async restore(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(experimentIdMessage) { experiment_id }: z.output<typeof experimentIdMessage>,
  ) {
    await this.experiments.restore(workspaceId, experiment_id);
    return {};
  }

  @Post('set-experiment-tag')
  @HttpCode(200)
  async setTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(setTagMessage) message: z.output<typeof setTagMessage>,
  ) {
    await this.experiments.setTag(workspaceId, message.experiment_id, message.key, message.value);
    return {};
  }

  @Post('delete-experiment-tag')
  @HttpCode(200)
  async deleteTag(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(deleteTagMessage) message: z.output<typeof deleteTagMessage>,
  ) {
    await this.experiments.deleteTag(workspaceId, message.experiment_id, message.key);
    return {};
  }
}
