import { unixNano } from '@millrace/service-kit';
import { z } from 'zod';

const MOST_IDS = 1000;

/** Which traces a change is for: those named, or all of an experiment that a filter finds. */
export const traceSelection = z.strictObject({
  trace_ids: z
    .array(z.string())
    .min(1)
    .max(MOST_IDS)
    .optional()
    .describe('These traces; those that are not there are passed over'),
  experiment_id: z.string().min(1).optional().describe('All traces of this experiment that the rest finds'),
  filter: z.string().max(20_000).default('').describe('In the grammar of docs/filters.md'),
  from: unixNano.optional().describe('Earliest request time, inclusive'),
  to: unixNano.optional().describe('Latest request time, exclusive'),
  page_token: z.string().optional().describe('next_page_token of the answer before'),
});

/** What is wrong with a selection that names both or neither; undefined for nothing. */
export function selectionFault({
  trace_ids: ids,
  experiment_id: experiment,
}: z.output<typeof traceSelection>): string | undefined {
  if (ids === undefined && experiment === undefined) {
    return 'say which traces: trace_ids, or experiment_id with a filter';
  }
  return ids !== undefined && experiment !== undefined
    ? 'say either trace_ids or experiment_id, not both'
    : undefined;
}
