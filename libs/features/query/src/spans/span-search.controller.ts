import { Controller, Get, Headers, Query, type StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { ApiListOrTable, tableFormat } from '../tables/table-response.ts';
import { FoundSpanPageDto, searchSpansQuery, type SearchSpansQuery } from './span-search.dto.ts';
import { SpanSearchService } from './span-search.service.ts';

@ApiTags('spans')
@UseInterceptors(FreshnessInterceptor)
@Controller('api/v1/spans')
export class SpanSearchController {
  constructor(private readonly spans: SpanSearchService) {}

  @Get()
  @ApiOperation({
    operationId: 'searchSpans',
    summary: 'Find spans, the newest first',
    description: 'Fields of their traces stand behind trace., as in trace.session.',
  })
  @ApiZodQuery(searchSpansQuery)
  @ApiListOrTable(FoundSpanPageDto)
  async search(
    @CurrentWorkspace() workspaceId: string,
    @Query(new ZodPipe(searchSpansQuery)) query: SearchSpansQuery,
    @Headers('accept') accept: string | undefined,
  ): Promise<FoundSpanPageDto | StreamableFile> {
    const format = tableFormat(query.format, accept);
    if (format !== undefined) return this.spans.table(workspaceId, query, format);
    return new FoundSpanPageDto(await this.spans.list(workspaceId, query));
  }
}
