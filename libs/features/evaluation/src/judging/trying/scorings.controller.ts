import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import type { FastifyReply } from 'fastify';
import { ScoringDto, toTrial, tryScorerBody, type TryScorerBody } from './scorings.dto.ts';
import { ScoringsService } from './scorings.service.ts';

@ApiTags('scorers')
@Controller('api/v1/scorings')
export class ScoringsController {
  constructor(private readonly scorings: ScoringsService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'tryScorer',
    summary: 'Try a scorer on a trace or a session',
    description:
      'Answers what it finds with the prompts that were sent, tokens and cost. Nothing becomes an assessment; the call of a ' +
      'judge is paid and traced as any other, and the same question is answered from what is known.',
  })
  @ApiZodBody(tryScorerBody)
  @ApiOkResponse({ type: ScoringDto })
  async try(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(tryScorerBody)) body: TryScorerBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ScoringDto> {
    const left = new AbortController();
    reply.raw.once('close', () => left.abort());
    return new ScoringDto(await this.scorings.try(workspaceId, toTrial(body), left.signal));
  }
}
