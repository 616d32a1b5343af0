import { ApiProperty } from '@nestjs/swagger';
import type { SamplingCount, SamplingSetting } from '@millrace/access';
import { z } from 'zod';

const DAY_MS = 86_400_000;

export const putSamplingBody = z.object({
  share: z
    .number()
    .min(0)
    .max(1)
    .describe('Which share of traces is kept, chosen by a hash of the trace id: 0.1'),
  keep_errors: z.boolean().default(false).describe('Keep every trace with an error'),
  keep_slower_than_ms: z
    .int()
    .min(0)
    .max(DAY_MS)
    .optional()
    .describe('Keep every trace that took longer than this many milliseconds'),
});
export type PutSamplingBody = z.output<typeof putSamplingBody>;

/** Which traces of an experiment are kept, and what was not. */
export class SamplingDto {
  @ApiProperty({ type: Number, description: '1: every trace is kept' })
  readonly share: number;

  @ApiProperty({ type: Boolean })
  readonly keep_errors: boolean;

  @ApiProperty({ type: Number, required: false })
  readonly keep_slower_than_ms: number | undefined;

  @ApiProperty({ type: Number, description: 'Traces dropped so far, counted by their roots' })
  readonly dropped_traces: number;

  @ApiProperty({ type: Number, description: 'Spans dropped so far' })
  readonly dropped_spans: number;

  @ApiProperty({ type: String, format: 'date-time', required: false, description: 'Absent: no rule is set' })
  readonly last_update_time: string | undefined;

  constructor(setting: SamplingSetting | undefined, count: SamplingCount | undefined) {
    this.share = setting?.share ?? 1;
    this.keep_errors = setting?.keepErrors ?? false;
    this.keep_slower_than_ms = setting?.keepSlowerThanMs ?? undefined;
    this.dropped_traces = count?.traces ?? 0;
    this.dropped_spans = count?.spans ?? 0;
    this.last_update_time = setting && new Date(setting.lastUpdateTime).toISOString();
  }
}
