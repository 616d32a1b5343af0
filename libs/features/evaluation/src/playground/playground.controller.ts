import { Body, Controller, HttpCode, Post, Res } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import type { FastifyReply } from 'fastify';
import { PlaygroundAnswerDto, runPlaygroundBody, toRun, type RunPlaygroundBody } from './playground.dto.ts';
import { PlaygroundService } from './playground.service.ts';

@ApiTags('prompts')
@Controller('api/v1/playground/completions')
export class PlaygroundController {
  constructor(private readonly playground: PlaygroundService) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'runPlayground',
    summary: 'Ask a model with a version of a prompt, or with messages',
    description:
      'The call is paid, and traced in the experiment with the tag millrace.playground and a link to the version of the prompt; one that fails too.',
  })
  @ApiZodBody(runPlaygroundBody)
  @ApiOkResponse({ type: PlaygroundAnswerDto })
  async run(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(runPlaygroundBody)) body: RunPlaygroundBody,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<PlaygroundAnswerDto> {
    const left = new AbortController();
    reply.raw.once('close', () => left.abort());
    return new PlaygroundAnswerDto(await this.playground.run(workspaceId, toRun(body), left.signal));
  }
}
