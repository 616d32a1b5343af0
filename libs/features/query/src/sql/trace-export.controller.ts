import { Readable } from 'node:stream';
import { Controller, Get, Headers, Query, StreamableFile, UseInterceptors } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { DEFAULT_WORKSPACE_ID } from '@millrace/access';
import { TraceExport } from '@millrace/ports';
import { ApiZodQuery } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { ExperimentChoice } from '../traces/experiment-choice.ts';
import { allOf, listTracesQuery, parseListTracesQuery } from '../traces/list-traces-query.ts';
import { chooseFormat, CONTENT_TYPES, formatField, parseFormat } from './result-formats.ts';
import { RESULT_CONTENT } from './sql.controller.ts';

const exportQuery = listTracesQuery
  .omit({ order_by: true, limit: true, page_token: true })
  .extend({ format: formatField.optional().describe('Else by the Accept header; NDJSON by default') });

@ApiTags('traces')
@UseInterceptors(FreshnessInterceptor)
@Controller('api/v1/traces')
export class TraceExportController {
  constructor(
    private readonly traces: TraceExport,
    private readonly experiments: ExperimentChoice,
  ) {}

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
    @Query() input: Readonly<Record<string, unknown>>,
    @Headers('accept') accept: string | undefined,
  ): Promise<StreamableFile> {
    const { format: named, ...fields } = input;
    const format = chooseFormat(parseFormat(named), accept, 'ndjson');
    const query = parseListTracesQuery(fields);
    const filter = allOf(query.filters);
    const bytes = await this.traces.write(
      {
        workspaceId: DEFAULT_WORKSPACE_ID,
        experimentIds: await this.experiments.choose(DEFAULT_WORKSPACE_ID, query.experiment_id),
        ...(filter && { filter }),
        ...(query.from !== undefined && { fromUnixNano: query.from }),
        ...(query.to !== undefined && { toUnixNano: query.to }),
      },
      format,
    );
    return new StreamableFile(Readable.from(bytes, { objectMode: false }), { type: CONTENT_TYPES[format] });
  }
}
