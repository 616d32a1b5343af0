import { ApiProperty } from '@nestjs/swagger';
import type { AnalyticsBody } from './analytics-query.ts';
import type { Figures } from './analytics.service.ts';
import type { ComparedRow } from './compare-periods.ts';

const NANOS_PER_MS = 1_000_000n;
const NUMBERS = { type: 'object', additionalProperties: { type: 'number' } } as const;

export class FigureRowDto {
  @ApiProperty({
    type: String,
    format: 'date-time',
    required: false,
    description: 'Begin of the time bucket',
  })
  readonly bucket: string | undefined;

  @ApiProperty({
    type: 'object',
    additionalProperties: { oneOf: [{ type: 'string' }, { type: 'number' }] },
    description: 'By the names of the request',
  })
  readonly dimensions: Readonly<Record<string, string | number>>;

  @ApiProperty({
    ...NUMBERS,
    description: 'By the names of the request; absent where nothing was to measure',
  })
  readonly measures: Readonly<Record<string, number>>;

  @ApiProperty({ ...NUMBERS, selfRequired: false, description: 'Measures of the period before' })
  readonly previous: Readonly<Record<string, number>> | undefined;

  constructor(row: ComparedRow, body: AnalyticsBody) {
    const measures = body.measures.map(({ name }) => name);
    this.bucket = row.bucketStart === undefined ? undefined : new Date(row.bucketStart).toISOString();
    this.dimensions = Object.fromEntries(
      row.dimensions.map((value, index) => [body.dimensions[index]?.name ?? '', value]),
    );
    this.measures = byName(measures, row.measures);
    this.previous = row.previous && byName(measures, row.previous);
  }
}

export class FiguresDto {
  @ApiProperty({ type: String, format: 'date-time' })
  readonly from: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'Exclusive' })
  readonly to: string;

  @ApiProperty({ type: [FigureRowDto], description: 'By bucket, then the most of the first measure first' })
  readonly rows: readonly FigureRowDto[];

  constructor({ query, rows }: Figures, body: AnalyticsBody) {
    this.from = new Date(Number(query.fromUnixNano / NANOS_PER_MS)).toISOString();
    this.to = new Date(Number(query.toUnixNano / NANOS_PER_MS)).toISOString();
    this.rows = rows.map((row) => new FigureRowDto(row, body));
  }
}

function byName(names: readonly string[], values: readonly (number | undefined)[]): Record<string, number> {
  return Object.fromEntries(
    names.flatMap((name, index) => {
      const value = values[index];
      return value === undefined ? [] : [[name, value]];
    }),
  );
}
