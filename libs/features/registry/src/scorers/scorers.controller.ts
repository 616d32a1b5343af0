import { Body, Controller, Delete, Get, HttpCode, Post, Put, Query } from '@nestjs/common';
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
  deleteScorerQuery,
  listScorersQuery,
  onlineScoringQuery,
  OnlineScoringDto,
  OnlineScoringListDto,
  putOnlineScoringBody,
  registerScorerBody,
  ScorerDto,
  ScorerListDto,
  scorerQuery,
  type DeleteScorerQuery,
  type ListScorersQuery,
  type OnlineScoringQuery,
  type PutOnlineScoringBody,
  type RegisterScorerBody,
  type ScorerQuery,
} from './scorers.dto.ts';
import { ScorersService } from './scorers.service.ts';

@ApiTags('scorers')
@Controller('api/v1/scorers')
export class ScorersController {
  constructor(private readonly scorers: ScorersService) {}

  @Get()
  @ApiOperation({ operationId: 'listScorers', summary: 'The newest version of each scorer' })
  @ApiZodQuery(listScorersQuery)
  @ApiOkResponse({ type: ScorerListDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listScorersQuery)) query: ListScorersQuery,
  ): Promise<ScorerListDto> {
    const ids = query.experiment_id === undefined ? undefined : [query.experiment_id];
    return new ScorerListDto(await this.scorers.list(workspaceId, ids));
  }

  @Get('versions')
  @ApiOperation({ operationId: 'listScorerVersions', summary: 'All versions of a scorer' })
  @ApiZodQuery(scorerQuery)
  @ApiOkResponse({ type: ScorerListDto })
  async listVersions(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(scorerQuery)) query: ScorerQuery,
  ): Promise<ScorerListDto> {
    return new ScorerListDto(await this.scorers.listVersions(workspaceId, toKey(query)));
  }

  @Post()
  @ApiOperation({ operationId: 'registerScorer', summary: 'Register a scorer, or a new version of it' })
  @ApiZodBody(registerScorerBody)
  @ApiCreatedResponse({ type: ScorerDto })
  async register(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(registerScorerBody)) body: RegisterScorerBody,
  ): Promise<ScorerDto> {
    return new ScorerDto(
      await this.scorers.register(workspaceId, toKey(body), JSON.stringify(body.definition)),
    );
  }

  @Delete()
  @HttpCode(204)
  @ApiOperation({ operationId: 'deleteScorer', summary: 'Delete a version of a scorer, or all of it' })
  @ApiZodQuery(deleteScorerQuery)
  @ApiNoContentResponse()
  async delete(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(deleteScorerQuery)) query: DeleteScorerQuery,
  ): Promise<void> {
    await this.scorers.delete(workspaceId, toKey(query), query.version);
  }

  @Get('online')
  @ApiOperation({
    operationId: 'listOnlineScoring',
    summary: 'Which new traces the scorers of an experiment judge',
    description: 'Scorers that were never started are absent.',
  })
  @ApiZodQuery(onlineScoringQuery)
  @ApiOkResponse({ type: OnlineScoringListDto })
  async listOnline(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(onlineScoringQuery)) query: OnlineScoringQuery,
  ): Promise<OnlineScoringListDto> {
    return new OnlineScoringListDto(await this.scorers.listOnlineOf(workspaceId, query.experiment_id));
  }

  @Put('online')
  @ApiOperation({
    operationId: 'putOnlineScoring',
    summary: 'Choose which new traces a scorer judges',
    description:
      'A scorer that asks no model, or a judge whose model is gateway:/<endpoint name>, or <provider>:/<model> of a provider for which the workspace has a secret. None that compares with expectations.',
  })
  @ApiZodBody(putOnlineScoringBody)
  @ApiOkResponse({ type: OnlineScoringDto })
  async setOnline(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(putOnlineScoringBody)) body: PutOnlineScoringBody,
  ): Promise<OnlineScoringDto> {
    const { sample_rate: sampleRate, filter } = body;
    return new OnlineScoringDto(
      await this.scorers.setOnline(workspaceId, toKey(body), { sampleRate, filter }),
    );
  }
}

function toKey({ experiment_id: experimentId, name }: ScorerQuery) {
  return { experimentId, name };
}
