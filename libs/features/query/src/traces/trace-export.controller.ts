import { Controller, Get, Headers, Query, type StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { ApiZodQuery } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { RESULT_CONTENT } from '../sql/sql.controller.ts';
import { chooseFormat, formatField } from '../tables/result-formats.ts';
import { listTracesQuery, parseListTracesQuery } from './list-traces-query.ts';
import { TraceListService } from './trace-list.service.ts';

const exportQuery = listTracesQuery
  .omit({ order_by: true, limit: true, page_token: true })
  .extend({ format: formatField.optional().describe('Else by the Accept header; NDJSON by default') });

@ApiTags('traces')
@UseInterceptors(FreshnessInterceptor)
@Controller('api/v1/traces')
export class TraceExportController {
  constructor(private readonly lists: TraceListService) {}

  @Get('export')
  @ApiOperation({
    operationId: 'exportTraces',
    summary: 'All traces that a filter finds, as a file',
    description:
      'Without pages, in no order, with the columns of docs/sql.md; tag.<key> and attribute.<key> as in the list.',
  })
  @ApiZodQuery(exportQuery)
  @ApiOkResponse({ description: 'The traces in the format asked for', content: RESULT_CONTENT })
  async export(
    @CurrentWorkspace() workspaceId: string,
    @Query() input: Readonly<Record<string, unknown>>,
    @Headers('accept') accept: string | undefined,
  ): Promise<StreamableFile> {
    const query = parseListTracesQuery({ ...input, limit: undefined, page_token: undefined });
    return this.lists.table(workspaceId, query, chooseFormat(query.format, accept, 'ndjson'));
  }
}
