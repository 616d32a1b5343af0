import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { checkLimit, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { STAGES_IN_VIEW } from '../experiments/mlflow-view-type.ts';
import { runIdOf } from './mlflow-run-id.ts';
import {
  createRunMessage,
  runMessage,
  searchRunsMessage,
  toMlflowRun,
  toMlflowRunInfo,
  updateRunMessage,
} from './mlflow-runs.dto.ts';
import { RunsService } from './runs.service.ts';

const MOST_RESULTS = 50_000;

/** MLflow's runs API, version 2.0: runs themselves. */
@ApiExcludeController()
@Controller(mlflowPaths('2.0', 'runs'))
export class MlflowRunsController {
  constructor(private readonly runs: RunsService) {}

  @Post('create')
  @HttpCode(200)
  async create(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(createRunMessage) message: z.output<typeof createRunMessage>,
  ) {
    const {
      experiment_id: experimentId,
      user_id: userId,
      run_name: name,
      start_time: startTime,
      tags,
    } = message;
    return {
      run: toMlflowRun(await this.runs.create(workspaceId, { experimentId, userId, name, startTime, tags })),
    };
  }

  @Get('get')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(runMessage) message: z.output<typeof runMessage>,
  ) {
    return { run: toMlflowRun(await this.runs.get(workspaceId, runIdOf(message))) };
  }

  @Post('search')
  @HttpCode(200)
  async search(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(searchRunsMessage) message: z.output<typeof searchRunsMessage>,
  ) {
    const { experiment_ids: experimentIds, filter, order_by: orderBy, max_results: limit } = message;
    checkLimit(limit, MOST_RESULTS);
    const stages = STAGES_IN_VIEW[message.run_view_type];
    const search = { experimentIds, stages, filter, orderBy, limit, pageToken: message.page_token };
    const { runs, nextPageToken } = await this.runs.search(workspaceId, search);
    return {
      ...(runs.length > 0 && { runs: runs.map(toMlflowRun) }),
      ...(nextPageToken !== undefined && { next_page_token: nextPageToken }),
    };
  }

  @Post('update')
  @HttpCode(200)
  async update(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(updateRunMessage) message: z.output<typeof updateRunMessage>,
  ) {
    const { status, end_time: endTime, run_name: name } = message;
    const run = await this.runs.update(workspaceId, runIdOf(message), { status, endTime, name });
    return { run_info: toMlflowRunInfo(run) };
  }

  @Post('delete')
  @HttpCode(200)
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(runMessage) message: z.output<typeof runMessage>,
  ) {
    await this.runs.delete(workspaceId, runIdOf(message));
    return {};
  }

  @Post('restore')
  @HttpCode(200)
  async restore(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(runMessage) message: z.output<typeof runMessage>,
  ) {
    await this.runs.restore(workspaceId, runIdOf(message));
    return {};
  }
}
