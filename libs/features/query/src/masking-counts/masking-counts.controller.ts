import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { MaskingCountsDto, maskingCountsQuery, type MaskingCountsQuery } from './masking-counts.dto.ts';
import { MaskingCountsService } from './masking-counts.service.ts';

@ApiTags('masking')
@UseInterceptors(FreshnessInterceptor)
@Controller('api/v1/masking-counts')
export class MaskingCountsController {
  constructor(private readonly counts: MaskingCountsService) {}

  @Get()
  @ApiOperation({
    operationId: 'getMaskingCounts',
    summary: 'How often each masking rule of an experiment masked something',
    description:
      'From stored spans: what was masked of tags and assessments is in the metric masked_values_total only.',
  })
  @ApiZodQuery(maskingCountsQuery)
  @ApiOkResponse({ type: MaskingCountsDto })
  async count(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(maskingCountsQuery)) query: MaskingCountsQuery,
  ): Promise<MaskingCountsDto> {
    return new MaskingCountsDto(await this.counts.count(workspaceId, query));
  }
}
