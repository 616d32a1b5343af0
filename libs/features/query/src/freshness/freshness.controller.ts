import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { z } from 'zod';
import { ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { FreshnessDto, freshnessQuery } from './freshness.dto.ts';
import { FreshnessService } from './freshness.service.ts';

@ApiTags('freshness')
@Controller('api/v1/freshness')
export class FreshnessController {
  constructor(private readonly freshness: FreshnessService) {}

  @Get()
  @ApiOperation({ operationId: 'getFreshness', summary: 'Up to when what can be read is complete' })
  @ApiZodQuery(freshnessQuery)
  @ApiOkResponse({ type: FreshnessDto })
  async get(
    @Query(new ZodPipe(freshnessQuery)) query: z.output<typeof freshnessQuery>,
  ): Promise<FreshnessDto> {
    const isWaiting = query.consistency === 'strong';
    const { completeTo, isComplete } = await (isWaiting
      ? this.freshness.waitComplete()
      : this.freshness.current());
    return new FreshnessDto(completeTo, isComplete);
  }
}
