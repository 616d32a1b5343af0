import { ApiProperty } from '@nestjs/swagger';
import type { TraceRow } from '@millrace/domain';
import type { TraceOutline } from '@millrace/ports';
import { TraceDto } from './traces.dto.ts';

/** More than any page draws; what is beyond is read by pages of spans. */
export const MOST_OUTLINED = 200_000;

const NUMBERS: { type: [typeof Number] } = { type: [Number] };

/** Texts of a column that repeat, each once. */
export class DictionaryDto {
  @ApiProperty({ type: [String] })
  readonly values: readonly string[];

  @ApiProperty({ ...NUMBERS, description: 'Of each span, which of the values' })
  readonly indexes: readonly number[];

  constructor(texts: readonly string[]) {
    const known = new Map<string, number>();
    this.indexes = texts.map((text) => {
      const index = known.get(text) ?? known.size;
      known.set(text, index);
      return index;
    });
    this.values = [...known.keys()];
  }
}

/** Numbers of a column that few spans have. */
export class SparseNumbersDto {
  @ApiProperty({ ...NUMBERS, description: 'Positions of the spans that have one' })
  readonly spans: readonly number[];

  @ApiProperty(NUMBERS)
  readonly values: readonly number[];

  constructor(numbers: readonly number[]) {
    this.spans = [...numbers.keys()].filter((index) => numbers[index] !== 0);
    this.values = this.spans.map((index) => numbers[index] ?? 0);
  }
}

/** A trace and its spans by column, in order of start time: one number or text a span, at the same place in every list. */
export class TraceOutlineDto {
  @ApiProperty({ type: () => TraceDto })
  readonly trace: TraceDto;

  @ApiProperty({
    type: String,
    description: 'When the first span began; nanoseconds since the epoch, decimal',
  })
  readonly start_time_unix_nano: string;

  @ApiProperty({ type: [String] })
  readonly span_ids: readonly string[];

  @ApiProperty({ ...NUMBERS, description: 'Position of the parent; -1 of a root; -2 when it is not there' })
  readonly parents: readonly number[];

  @ApiProperty({ ...NUMBERS, description: 'Microseconds after the first span began' })
  readonly starts_us: readonly number[];

  @ApiProperty({ ...NUMBERS, description: 'Microseconds; negative where a span ended before it began' })
  readonly durations_us: readonly number[];

  @ApiProperty({ type: () => DictionaryDto })
  readonly names: DictionaryDto;

  @ApiProperty({ type: () => DictionaryDto })
  readonly types: DictionaryDto;

  @ApiProperty({ type: () => DictionaryDto })
  readonly services: DictionaryDto;

  @ApiProperty({ type: () => DictionaryDto, description: 'Empty where none is known' })
  readonly models: DictionaryDto;

  @ApiProperty({ ...NUMBERS, description: 'Positions of the spans that failed' })
  readonly errors: readonly number[];

  @ApiProperty({ type: () => SparseNumbersDto, description: 'In total, of each span alone' })
  readonly tokens: SparseNumbersDto;

  @ApiProperty({ type: () => SparseNumbersDto, description: 'US dollars, of each span alone' })
  readonly costs: SparseNumbersDto;

  constructor(row: TraceRow, outline: TraceOutline) {
    this.trace = new TraceDto(row);
    this.start_time_unix_nano = String(row.minSpanStartUnixNano ?? row.requestTimeUnixNano);
    this.span_ids = outline.spanIds;
    this.parents = parentPositions(outline);
    this.starts_us = outline.startOffsetsUs;
    this.durations_us = outline.durationsUs;
    this.names = new DictionaryDto(outline.names);
    this.types = new DictionaryDto(outline.types);
    this.services = new DictionaryDto(outline.services);
    this.models = new DictionaryDto(outline.models);
    this.errors = [...outline.statusCodes.keys()].filter((index) => outline.statusCodes[index] === ERROR);
    this.tokens = new SparseNumbersDto(outline.tokens);
    this.costs = new SparseNumbersDto(outline.costs);
  }
}

const ERROR = 2;
const NO_PARENT = -1;
const MISSING_PARENT = -2;

function parentPositions({ spanIds, parentSpanIds }: TraceOutline): number[] {
  const positions = new Map(spanIds.map((id, index) => [id, index]));
  return parentSpanIds.map((id) => (id === '' ? NO_PARENT : (positions.get(id) ?? MISSING_PARENT)));
}
