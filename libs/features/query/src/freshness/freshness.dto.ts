import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';

/** Asks a read to wait until it sees everything acknowledged before it. */
export const consistency = z
  .enum(['eventual', 'strong'])
  .default('eventual')
  .describe('strong: wait, at most 2 s, until everything acknowledged before this request can be read');

export const freshnessQuery = z.strictObject({ consistency });

export class FreshnessDto {
  @ApiProperty({
    type: String,
    format: 'date-time',
    required: false,
    description: 'Absent while the log can not be asked',
  })
  readonly complete_to?: string;

  @ApiProperty({
    type: Boolean,
    description: 'Whether everything acknowledged before the request is readable',
  })
  readonly is_complete: boolean;

  constructor(completeTo: number | undefined, isComplete: boolean) {
    if (completeTo !== undefined) this.complete_to = new Date(completeTo).toISOString();
    this.is_complete = isComplete;
  }
}
