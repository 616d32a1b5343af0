import { Body, Controller, Get, HttpCode, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodBody, ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import {
  DeadLetterCountDto,
  deadLetterIdsBody,
  DeadLetterListDto,
  listDeadLettersQuery,
} from './dead-letters.dto.ts';
import { DeadLettersService } from './dead-letters.service.ts';

@ApiTags('dead letters')
@Controller('api/v1/dead-letters')
export class DeadLettersController {
  constructor(private readonly letters: DeadLettersService) {}

  @Get()
  @ApiOperation({
    operationId: 'listDeadLetters',
    summary: 'Records that could not be stored, with the reason',
  })
  @ApiZodQuery(listDeadLettersQuery)
  @ApiOkResponse({ type: DeadLetterListDto })
  async list(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(listDeadLettersQuery)) { limit }: z.output<typeof listDeadLettersQuery>,
  ): Promise<DeadLetterListDto> {
    return new DeadLetterListDto(await this.letters.list(workspaceId, limit));
  }

  @Post('replay')
  @HttpCode(200)
  @ApiOperation({ operationId: 'replayDeadLetters', summary: 'Try to store them once more' })
  @ApiZodBody(deadLetterIdsBody)
  @ApiOkResponse({ type: DeadLetterCountDto })
  async replay(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(deadLetterIdsBody)) { ids }: z.output<typeof deadLetterIdsBody>,
  ): Promise<DeadLetterCountDto> {
    return new DeadLetterCountDto(await this.letters.replay(workspaceId, ids));
  }

  @Post('discard')
  @HttpCode(200)
  @ApiOperation({ operationId: 'discardDeadLetters', summary: 'Give them up for good' })
  @ApiZodBody(deadLetterIdsBody)
  @ApiOkResponse({ type: DeadLetterCountDto })
  async discard(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(deadLetterIdsBody)) { ids }: z.output<typeof deadLetterIdsBody>,
  ): Promise<DeadLetterCountDto> {
    return new DeadLetterCountDto(await this.letters.discard(workspaceId, ids));
  }
}
