import {
  Body,
  Controller,
  Headers,
  HttpCode,
  Post,
  type StreamableFile,
  UseInterceptors,
} from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { CurrentWorkspace } from '@millrace/access';
import { SqlReader } from '@millrace/ports';
import { ApiZodBody, ZodPipe } from '@millrace/service-kit';
import { FreshnessInterceptor } from '../freshness/freshness.interceptor.ts';
import { chooseFormat } from '../tables/result-formats.ts';
import { TABLE_CONTENT, tableFile } from '../tables/table-response.ts';
import { sqlRequest, type SqlRequest } from './sql-request.ts';

const OBJECT = {
  schema: {
    type: 'object',
    required: ['meta', 'data', 'rows'],
    properties: {
      meta: {
        type: 'array',
        description: 'The columns, with the types that ClickHouse has for them',
        items: {
          type: 'object',
          required: ['name', 'type'],
          properties: { name: { type: 'string' }, type: { type: 'string', example: 'UInt64' } },
        },
      },
      data: {
        type: 'array',
        description: 'The rows, by column',
        items: { type: 'object', additionalProperties: { $ref: '#/components/schemas/JsonValue' } },
      },
      rows: { type: 'integer' },
    },
  },
};

/** What each format is in the OpenAPI document. */
export const RESULT_CONTENT = {
  'application/json': OBJECT,
  ...TABLE_CONTENT,
};

@ApiTags('sql')
@UseInterceptors(FreshnessInterceptor)
@Controller('api/v1/sql')
export class SqlController {
  constructor(private readonly reader: SqlReader) {}

  @Post()
  @HttpCode(200)
  @ApiOperation({
    operationId: 'querySql',
    summary: 'Read-only SQL over traces, spans and assessments',
    description: 'The SQL of ClickHouse. JSON has the columns in meta and the rows in data. See docs/sql.md.',
  })
  @ApiZodBody(sqlRequest)
  @ApiOkResponse({ description: 'The rows in the format asked for', content: RESULT_CONTENT })
  async query(
    @CurrentWorkspace() workspaceId: string,
    @Body(new ZodPipe(sqlRequest)) request: SqlRequest,
    @Headers('accept') accept: string | undefined,
  ): Promise<StreamableFile> {
    const format = chooseFormat(request.format, accept, 'json');
    const rows = await this.reader.read({
      workspaceId,
      query: request.query,
      parameters: request.parameters,
      format,
      maxRows: request.max_rows,
    });
    return tableFile(rows, format);
  }
}
