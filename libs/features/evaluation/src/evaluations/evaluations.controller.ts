import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
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
  createEvaluationBody,
  EvaluationDto,
  EvaluationPageDto,
  listEvaluationsQuery,
  toNewEvaluation,
  type CreateEvaluationBody,
  type ListEvaluationsQuery,
} from './evaluations.dto.ts';
import { EvaluationsService } from './evaluations.service.ts';

const EVALUATION_ID = { name: 'evaluation_id' };

@ApiTags('evaluations')
@Controller('api/v1/evaluations')
export class EvaluationsController {
  constructor(private readonly evaluations: EvaluationsService) {}

  @Post()
  @ApiOperation({
    operationId: 'createEvaluation',
    summary: 'Judge many traces or records',
    description:
      'A filter with its window and sample, traces by id, or the records of a data set. Begins at once; scorers are taken as they are now.',
  })
  @ApiZodBody(createEvaluationBody)
  @ApiCreatedResponse({ type: EvaluationDto })
  async create(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createEvaluationBody)) body: CreateEvaluationBody,
  ): Promise<EvaluationDto> {
    return new EvaluationDto(await this.evaluations.create(workspaceId, toNewEvaluation(body)));
  }

  @Get()
  @ApiOperation({ operationId: 'listEvaluations', summary: 'Evaluations, the newest first' })
  @ApiZodQuery(listEvaluationsQuery)
  @ApiOkResponse({ type: EvaluationPageDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listEvaluationsQuery)) query: ListEvaluationsQuery,
  ): Promise<EvaluationPageDto> {
    const page = await this.evaluations.list(workspaceId, {
      experimentId: query.experiment_id,
      states: query.state,
      limit: query.limit,
      pageToken: query.page_token,
    });
    return new EvaluationPageDto(page);
  }

  @Get(':evaluation_id')
  @ApiOperation({
    operationId: 'getEvaluation',
    summary: 'An evaluation with its ledger: how far it is, what became of what',
  })
  @ApiParam(EVALUATION_ID)
  @ApiOkResponse({ type: EvaluationDto })
  async get(
    @CurrentWorkspace() workspaceId: string,
    @Param('evaluation_id') id: string,
  ): Promise<EvaluationDto> {
    return new EvaluationDto(await this.evaluations.get(workspaceId, id));
  }

  @Post(':evaluation_id/pause')
  @HttpCode(200)
  @ApiOperation({
    operationId: 'pauseEvaluation',
    summary: 'Judge no more for now; what is being judged comes to its end',
  })
  @ApiParam(EVALUATION_ID)
  @ApiOkResponse({ type: EvaluationDto })
  async pause(
    @CurrentWorkspace() workspaceId: string,
    @Param('evaluation_id') id: string,
  ): Promise<EvaluationDto> {
    return new EvaluationDto(await this.evaluations.pause(workspaceId, id));
  }

  @Post(':evaluation_id/resume')
  @HttpCode(200)
  @ApiOperation({ operationId: 'resumeEvaluation', summary: 'Go on after a pause' })
  @ApiParam(EVALUATION_ID)
  @ApiOkResponse({ type: EvaluationDto })
  async resume(
    @CurrentWorkspace() workspaceId: string,
    @Param('evaluation_id') id: string,
  ): Promise<EvaluationDto> {
    return new EvaluationDto(await this.evaluations.resume(workspaceId, id));
  }

  @Post(':evaluation_id/cancel')
  @HttpCode(200)
  @ApiOperation({ operationId: 'cancelEvaluation', summary: 'End it; what was not judged is skipped' })
  @ApiParam(EVALUATION_ID)
  @ApiOkResponse({ type: EvaluationDto })
  async cancel(
    @CurrentWorkspace() workspaceId: string,
    @Param('evaluation_id') id: string,
  ): Promise<EvaluationDto> {
    return new EvaluationDto(await this.evaluations.cancel(workspaceId, id));
  }

  @Post(':evaluation_id/retry-failed')
  @HttpCode(200)
  @ApiOperation({ operationId: 'retryFailedItems', summary: 'Ask the scorers that failed once more' })
  @ApiParam(EVALUATION_ID)
  @ApiOkResponse({ type: EvaluationDto })
  async retryFailed(
    @CurrentWorkspace() workspaceId: string,
    @Param('evaluation_id') id: string,
  ): Promise<EvaluationDto> {
    return new EvaluationDto(await this.evaluations.retryFailed(workspaceId, id));
  }

  @Delete(':evaluation_id')
  @HttpCode(204)
  @ApiOperation({
    operationId: 'deleteEvaluation',
    summary: 'Forget one that has ended; its run and its assessments stay',
  })
  @ApiParam(EVALUATION_ID)
  @ApiNoContentResponse()
  async delete(@CurrentWorkspace() workspaceId: string, @Param('evaluation_id') id: string): Promise<void> {
    await this.evaluations.delete(workspaceId, id);
  }
}
