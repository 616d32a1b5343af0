import { Readable } from 'node:stream';
import { applyDecorators, StreamableFile, type Type } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, getSchemaPath } from '@nestjs/swagger';
import type { ResultFormat } from '@millrace/ports';
import { chooseFormat, CONTENT_TYPES } from './result-formats.ts';

const BINARY = { schema: { type: 'string', format: 'binary' } } as const;
const TEXT = { schema: { type: 'string' } } as const;

/** What the formats beside JSON are in the OpenAPI document. */
export const TABLE_CONTENT = {
  'application/x-ndjson': TEXT,
  'text/csv': TEXT,
  'application/vnd.apache.arrow.stream': BINARY,
  'application/vnd.apache.parquet': BINARY,
};

/** An answer in JSON of this form, or a table in any other format. */
export function ApiListOrTable(dto: Type): MethodDecorator {
  return applyDecorators(
    ApiExtraModels(dto),
    ApiOkResponse({
      description: 'In JSON, or as a table in another format',
      content: { 'application/json': { schema: { $ref: getSchemaPath(dto) } }, ...TABLE_CONTENT },
    }),
  );
}

/** The format of a table; undefined when JSON is wanted, as it is unless the request says. Throws Rejected. */
export function tableFormat(
  named: ResultFormat | undefined,
  accept: string | undefined,
): ResultFormat | undefined {
  const format = chooseFormat(named, accept, 'json');
  return format === 'json' ? undefined : format;
}

/** The bytes of a table as the answer of a controller. */
export function tableFile(bytes: AsyncIterable<Uint8Array>, format: ResultFormat): StreamableFile {
  return new StreamableFile(Readable.from(bytes, { objectMode: false }), { type: CONTENT_TYPES[format] });
}
