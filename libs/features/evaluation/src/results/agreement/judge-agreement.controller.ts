import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace, parseExperimentId, unknownExperiment } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import { agreementBody, JudgeAgreementDto, type AgreementBody } from './judge-agreement.dto.ts';
import { JudgeAgreementService } from './judge-agreement.service.ts';

@ApiTags('evaluation')
@Controller('api/v1/judge-agreement')
export class JudgeAgreementController {
  constructor(private readonly agreement: JudgeAgreementService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'measureJudgeAgreement',
    summary: 'How far a judge says what people say, on the traces that both speak of',
  })
  @ApiZodBody(agreementBody)
  @ApiOkResponse({ type: JudgeAgreementDto })
  async measure(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(agreementBody)) body: AgreementBody,
  ): Promise<JudgeAgreementDto> {
    const experimentId = parseExperimentId(body.experiment_id);
    if (experimentId === undefined) throw unknownExperiment(body.experiment_id);
    const { scorer, label = scorer, filter, from: fromUnixNano, to: toUnixNano, limit } = body;
    const scope = { workspaceId, experimentId, fromUnixNano, toUnixNano };
    return new JudgeAgreementDto(await this.agreement.measure(scope, { scorer, label, filter }), limit);
  }
}
