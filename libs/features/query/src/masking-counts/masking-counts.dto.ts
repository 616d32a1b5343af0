import { ApiProperty } from '@nestjs/swagger';
import { unixNano } from '@millrace/service-kit';
import { z } from 'zod';
import { consistency } from '../freshness/freshness.dto.ts';

/** The query of `GET /api/v1/masking-counts`. */
export const maskingCountsQuery = z.strictObject({
  experiment_id: z.string(),
  from: unixNano.optional().describe('Earliest start of a span, inclusive; a week before `to` when absent'),
  to: unixNano.optional().describe('Latest start of a span, exclusive; now when absent'),
  consistency,
});
export type MaskingCountsQuery = z.output<typeof maskingCountsQuery>;

/** What of the stored spans of an experiment was masked. */
export interface MaskingFigures {
  readonly fromUnixNano: bigint;
  readonly toUnixNano: bigint;
  readonly maskedSpans: number;
  readonly valuesByRule: ReadonlyMap<string, number>;
  readonly isComplete: boolean;
}

const NANOS_PER_MS = 1_000_000n;

class MaskingRuleCountDto {
  @ApiProperty({ type: String, description: 'Name of a rule, as it was when it masked' })
  readonly rule: string;

  @ApiProperty({ type: Number, description: 'Values that it masked in spans, their resources included' })
  readonly values: number;

  constructor(rule: string, values: number) {
    this.rule = rule;
    this.values = values;
  }
}

export class MaskingCountsDto {
  @ApiProperty({ type: String, format: 'date-time' })
  readonly from: string;

  @ApiProperty({ type: String, format: 'date-time', description: 'Exclusive' })
  readonly to: string;

  @ApiProperty({ type: Number, description: 'Stored spans of which something was masked' })
  readonly masked_spans: number;

  @ApiProperty({ type: [MaskingRuleCountDto], description: 'The most first' })
  readonly rules: readonly MaskingRuleCountDto[];

  @ApiProperty({
    type: Boolean,
    description:
      'False where spans differ in what was masked in too many ways: then the rarest are not counted',
  })
  readonly is_complete: boolean;

  constructor({ fromUnixNano, toUnixNano, maskedSpans, valuesByRule, isComplete }: MaskingFigures) {
    this.from = new Date(Number(fromUnixNano / NANOS_PER_MS)).toISOString();
    this.to = new Date(Number(toUnixNano / NANOS_PER_MS)).toISOString();
    this.masked_spans = maskedSpans;
    this.rules = [...valuesByRule]
      .sort(([, a], [, b]) => b - a)
      .map(([rule, values]) => new MaskingRuleCountDto(rule, values));
    this.is_complete = isComplete;
  }
}
