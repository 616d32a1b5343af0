import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiParam, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import {
  EvaluationItemPageDto,
  EvaluationResultsDto,
  listItemsQuery,
  type ListItemsQuery,
} from './evaluation-results.dto.ts';
import { EvaluationResultsService } from './evaluation-results.service.ts';
import {
  EvaluationScoreListDto,
  scoreEvaluationsQuery,
  type ScoreEvaluationsQuery,
} from './evaluation-scores.dto.ts';

const EVALUATION_ID = { name: 'evaluation_id' };

@ApiTags('evaluations')
@Controller('api/v1/evaluations')
export class EvaluationResultsController {
  constructor(private readonly results: EvaluationResultsService) {}

  @Get('scores')
  @ApiOperation({
    operationId: 'scoreEvaluations',
    summary: 'What the scorers of several evaluations found so far',
    description: 'The figures that a list of evaluations shows, in one request. Unknown ones are left out.',
  })
  @ApiZodQuery(scoreEvaluationsQuery)
  @ApiOkResponse({ type: EvaluationScoreListDto })
  async score(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(scoreEvaluationsQuery)) query: ScoreEvaluationsQuery,
  ): Promise<EvaluationScoreListDto> {
    return new EvaluationScoreListDto(await this.results.score(workspaceId, query.evaluation_id));
  }

  @Get(':evaluation_id/results')
  @ApiOperation({
    operationId: 'getEvaluationResults',
    summary: 'What every scorer found so far, and the failures grouped',
  })
  @ApiParam(EVALUATION_ID)
  @ApiOkResponse({ type: EvaluationResultsDto })
  async get(
    @CurrentWorkspace() workspaceId: string,
    @Param('evaluation_id') id: string,
  ): Promise<EvaluationResultsDto> {
    return new EvaluationResultsDto(await this.results.get(workspaceId, id));
  }

  @Get(':evaluation_id/items')
  @ApiOperation({
    operationId: 'listEvaluationItems',
    summary: 'Rows of the ledger in the order they were selected, with verdicts and rationales',
  })
  @ApiParam(EVALUATION_ID)
  @ApiZodQuery(listItemsQuery)
  @ApiOkResponse({ type: EvaluationItemPageDto })
  async listItems(
    @CurrentWorkspace() workspaceId: string,
    @Param('evaluation_id') id: string,
    @Query(new ZodPipe(listItemsQuery)) query: ListItemsQuery,
  ): Promise<EvaluationItemPageDto> {
    const { kind, state, scorer, passing, limit, page_token: pageToken } = query;
    const asked = { kind, state, scorer, isPassing: passing, limit, pageToken };
    return new EvaluationItemPageDto(await this.results.listItems(workspaceId, id, asked));
  }
}
