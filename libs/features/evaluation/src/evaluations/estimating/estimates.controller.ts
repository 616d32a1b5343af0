import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import { createEvaluationBody, toNewEvaluation, type CreateEvaluationBody } from '../evaluations.dto.ts';
import { EstimateDto } from './estimates.dto.ts';
import { EstimatesService } from './estimates.service.ts';

@ApiTags('evaluations')
@Controller('api/v1/evaluations/estimate')
export class EstimatesController {
  constructor(private readonly estimates: EstimatesService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'estimateEvaluation',
    summary: 'What an evaluation would take, without beginning it',
    description:
      'From the sizes of up to 20 of its traces and what each scorer usually asks. A rough figure: answers that are known already cost nothing.',
  })
  @ApiZodBody(createEvaluationBody)
  @ApiOkResponse({ type: EstimateDto })
  async estimate(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(createEvaluationBody)) body: CreateEvaluationBody,
  ): Promise<EstimateDto> {
    return new EstimateDto(await this.estimates.estimate(workspaceId, toNewEvaluation(body)));
  }
}
