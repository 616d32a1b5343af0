import { Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { DEFAULT_WORKSPACE_ID, type LifecycleStage } from '@millrace/access';
import { MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import { checkLimit } from '../search/search-table.ts';
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

const WORKSPACE = DEFAULT_WORKSPACE_ID;
const MOST_RESULTS = 50_000;
const STAGES: Readonly<Record<string, readonly LifecycleStage[]>> = {
  ACTIVE_ONLY: ['active'],
  DELETED_ONLY: ['deleted'],
  ALL: ['active', 'deleted'],
};

/** MLflow's runs API, version 2.0: runs themselves. */
@ApiExcludeController()
@Controller(mlflowPaths('2.0', 'runs'))
export class MlflowRunsController {
  constructor(private readonly runs: RunsService) {}

  @Post('create')
  @HttpCode(200)
  async create(@MlflowParameters(createRunMessage) message: z.output<typeof createRunMessage>) {
    const {
      experiment_id: experimentId,
      user_id: userId,
      run_name: name,
      start_time: startTime,
      tags,
    } = message;
    return {
      run: toMlflowRun(await this.runs.create(WORKSPACE, { experimentId, userId, name, startTime, tags })),
    };
  }

  @Get('get')
  async get(@MlflowParameters(runMessage) message: z.output<typeof runMessage>) {
    return { run: toMlflowRun(await this.runs.get(WORKSPACE, runIdOf(message))) };
  }

  @Post('search')
  @HttpCode(200)
  async search(@MlflowParameters(searchRunsMessage) message: z.output<typeof searchRunsMessage>) {
    const { experiment_ids: experimentIds, filter, order_by: orderBy, max_results: limit } = message;
    checkLimit(limit, MOST_RESULTS);
    const stages = STAGES[message.run_view_type] ?? [];
    const search = { experimentIds, stages, filter, orderBy, limit, pageToken: message.page_token };
    const { runs, nextPageToken } = await this.runs.search(WORKSPACE, search);
    return {
      ...(runs.length > 0 && { runs: runs.map(toMlflowRun) }),
      ...(nextPageToken !== undefined && { next_page_token: nextPageToken }),
    };
  }

  @Post('update')
  @HttpCode(200)
  async update(@MlflowParameters(updateRunMessage) message: z.output<typeof updateRunMessage>) {
    const { status, end_time: endTime, run_name: name } = message;
    const run = await this.runs.update(WORKSPACE, runIdOf(message), { status, endTime, name });
    return { run_info: toMlflowRunInfo(run) };
  }

  @Post('delete')
  @HttpCode(200)
  async delete(@MlflowParameters(runMessage) message: z.output<typeof runMessage>) {
    await this.runs.delete(WORKSPACE, runIdOf(message));
    return {};
  }

  @Post('restore')
  @HttpCode(200)
  async restore(@MlflowParameters(runMessage) message: z.output<typeof runMessage>) {
    await this.runs.restore(WORKSPACE, runIdOf(message));
    return {};
  }
}
