import { Controller, Get, Query, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DEFAULT_WORKSPACE_ID } from '@millrace/access';
import { parseSpanSearch } from '@millrace/domain';
import { TraceReader } from '@millrace/ports';
import { ApiZodQuery, ZodPipe } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { ExperimentChoice } from '../traces/experiment-choice.ts';
import { FoundSpanPageDto, searchSpansQuery, type SearchSpansQuery } from './span-search.dto.ts';

@ApiTags('spans')
@UseInterceptors(FreshnessInterceptor)
@Controller('api/v1/spans')
export class SpanSearchController {
  constructor(
    private readonly reader: TraceReader,
    private readonly experiments: ExperimentChoice,
  ) {}

  @Get()
  @ApiOperation({
    operationId: 'searchSpans',
    summary: 'Find spans, the newest first',
    description: 'Fields of their traces stand behind trace., as in trace.session.',
  })
  @ApiZodQuery(searchSpansQuery)
  @ApiOkResponse({ type: FoundSpanPageDto })
  async search(@Query(new ZodPipe(searchSpansQuery)) query: SearchSpansQuery): Promise<FoundSpanPageDto> {
    const filter = parseSpanSearch(query.filter);
    const page = await this.reader.searchSpans({
      workspaceId: DEFAULT_WORKSPACE_ID,
      experimentIds: await this.experiments.choose(DEFAULT_WORKSPACE_ID, query.experiment_id),
      limit: query.limit,
      ...(filter && { filter }),
      ...(query.from !== undefined && { fromUnixNano: query.from }),
      ...(query.to !== undefined && { toUnixNano: query.to }),
      ...(query.page_token !== undefined && { after: query.page_token }),
    });
    return new FoundSpanPageDto(page);
  }
}
