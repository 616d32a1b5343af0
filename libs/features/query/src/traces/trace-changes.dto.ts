import { ApiProperty } from '@nestjs/swagger';
import { z } from 'zod';
import { selectionFault, traceSelection } from './trace-selection.ts';

/** The body of `POST /api/v1/traces/delete`. */
export const deleteTracesBody = traceSelection.superRefine(refuseSelection);
export type DeleteTracesBody = z.output<typeof deleteTracesBody>;

/** The body of `POST /api/v1/traces/tags`. */
export const tagTracesBody = traceSelection
  .extend({
    tags: z
      .record(z.string(), z.string().nullable())
      .refine((tags) => Object.keys(tags).length > 0, 'name at least one tag')
      .describe('Sets each; null removes it'),
  })
  .superRefine(refuseSelection);
export type TagTracesBody = z.output<typeof tagTracesBody>;

function refuseSelection(selection: z.output<typeof traceSelection>, context: z.RefinementCtx): void {
  const message = selectionFault(selection);
  if (message !== undefined) context.addIssue({ code: 'custom', message });
}

/** What a change of several traces came to. */
export class ChangedTracesDto {
  @ApiProperty({ type: Number, description: 'Traces that this request changed' })
  readonly trace_count: number;

  @ApiProperty({
    type: String,
    required: false,
    description: 'Ask again with it for the rest of what the filter finds; absent when all is done',
  })
  readonly next_page_token: string | undefined;

  constructor(count: number, next: string | undefined) {
    this.trace_count = count;
    this.next_page_token = next;
  }
}
