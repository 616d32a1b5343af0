import { Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { MlflowError, MlflowParameters, mlflowPaths } from '@millrace/service-kit';
import {
  isLoadable,
  listMessage,
  onlineListMessage,
  onlineMessage,
  registerMessage,
  requireLoadable,
  scorerMessage,
  toMlflowOnlineConfig,
  toMlflowScorer,
  versionMessage,
} from './mlflow-scorers.dto.ts';
import { ScorersService, type RegisteredScorer } from './scorers.service.ts';

/** MLflow's scorers API, version 3.0. */
@ApiExcludeController()
@Controller(mlflowPaths('3.0', 'scorers'))
export class MlflowScorersController {
  constructor(private readonly scorers: ScorersService) {}

  @Post('register')
  @HttpCode(200)
  async register(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(registerMessage) message: z.output<typeof registerMessage>,
  ) {
    const { experiment_id: experimentId, name, serialized_scorer } = message;
    const scorer = await this.scorers.register(workspaceId, { experimentId, name }, serialized_scorer);
    return {
      version: scorer.version,
      scorer_id: scorer.scorerId,
      experiment_id: String(scorer.experimentId),
      name: scorer.name,
      serialized_scorer: scorer.definition,
      creation_time: scorer.creationTime,
    };
  }

  @Get('list')
  async list(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(listMessage) { experiment_id, experiment_ids }: z.output<typeof listMessage>,
  ) {
    if (experiment_id !== undefined && experiment_ids !== undefined) {
      throw new MlflowError(
        'INVALID_PARAMETER_VALUE',
        "Cannot specify both 'experiment_id' and 'experiment_ids': use the former for one experiment, the latter for several.",
      );
    }
    const ids = experiment_id === undefined ? experiment_ids : [experiment_id];
    return toList(await this.scorers.list(workspaceId, ids));
  }

  @Get('versions')
  async listVersions(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(scorerMessage) message: z.output<typeof scorerMessage>,
  ) {
    const { experiment_id: experimentId, name } = message;
    return toList(await this.scorers.listVersions(workspaceId, { experimentId, name }));
  }

  @Get('get')
  async get(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(versionMessage) message: z.output<typeof versionMessage>,
  ) {
    const { experiment_id: experimentId, name, version } = message;
    return {
      scorer: toMlflowScorer(
        requireLoadable(await this.scorers.get(workspaceId, { experimentId, name }, version)),
      ),
    };
  }

  @Delete('delete')
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(versionMessage) message: z.output<typeof versionMessage>,
  ) {
    const { experiment_id: experimentId, name, version } = message;
    await this.scorers.delete(workspaceId, { experimentId, name }, version);
    return {};
  }

  @Put('online-config')
  async setOnline(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(onlineMessage) message: z.output<typeof onlineMessage>,
  ) {
    const { experiment_id: experimentId, name, sample_rate: sampleRate, filter_string: filter } = message;
    const config = await this.scorers.setOnline(workspaceId, { experimentId, name }, { sampleRate, filter });
    return { config: toMlflowOnlineConfig(config) };
  }

  @Get('online-configs')
  async listOnline(
    @CurrentWorkspace() workspaceId: string,
    @MlflowParameters(onlineListMessage) message: z.output<typeof onlineListMessage>,
  ) {
    return {
      configs: (await this.scorers.listOnline(workspaceId, message.scorer_ids)).map(toMlflowOnlineConfig),
    };
  }
}

function toList(scorers: readonly RegisteredScorer[]) {
  const loadable = scorers.filter(isLoadable);
  return { ...(loadable.length > 0 && { scorers: loadable.map(toMlflowScorer) }) };
}
