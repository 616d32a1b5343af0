import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace, parseExperimentId, unknownExperiment } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import { comparisonBody, ComparisonDto, type ComparisonBody } from './comparisons.dto.ts';
import { ComparisonsService } from './comparisons.service.ts';

@ApiTags('evaluation')
@Controller('api/v1/comparisons')
export class ComparisonsController {
  constructor(private readonly comparisons: ComparisonsService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'compareEvaluations',
    summary: 'Two runs, evaluations, versions of a prompt or logged models on the same examples',
    description:
      'Traces are paired by the record of their data set, else by the inputs of their roots. At most 10,000 traces a side.',
  })
  @ApiZodBody(comparisonBody)
  @ApiOkResponse({ type: ComparisonDto })
  async compare(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(comparisonBody)) body: ComparisonBody,
  ): Promise<ComparisonDto> {
    const experimentId = parseExperimentId(body.experiment_id);
    if (experimentId === undefined) throw unknownExperiment(body.experiment_id);
    const { baseline, candidate, scorers, lower_is_better: lower, limit } = body;
    const request = { baseline, candidate, scorers, lowerIsBetter: new Set(lower) };
    return new ComparisonDto(await this.comparisons.compare({ workspaceId, experimentId }, request), limit);
  }
}
