import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import type { RepricedPage } from './reprice.service.ts';

export const repriceBody = z.strictObject({
  experiment_id: z
    .string()
    .regex(/^\d{1,10}$/)
    .optional()
    .describe('Absent: every active experiment of the workspace'),
  from: z.iso.datetime({ offset: true }).optional().describe('Earliest request time of a trace'),
  to: z.iso.datetime({ offset: true }).optional().describe('Latest request time, exclusive'),
  limit: z.int().min(1).max(5000).default(1000).describe('Traces of this call'),
  page_token: z.string().optional().describe('next_page_token of the call before'),
});
export type RepriceBody = z.output<typeof repriceBody>;

/** How far a reprice has come. */
export class RepricedPageDto {
  @ApiProperty({ type: Number, description: 'Traces whose costs this call has put to be derived anew' })
  readonly traces: number;

  @ApiProperty({
    type: String,
    format: 'date-time',
    required: false,
    description: 'Request time of the last of them: the newest come first',
  })
  readonly reached: string | undefined;

  @ApiProperty({ type: String, required: false, description: 'To go on with; absent when all are done' })
  readonly next_page_token: string | undefined;

  constructor(page: RepricedPage) {
    this.traces = page.traces;
    this.reached = page.reachedMs === undefined ? undefined : new Date(page.reachedMs).toISOString();
    this.next_page_token = page.next;
  }
}
