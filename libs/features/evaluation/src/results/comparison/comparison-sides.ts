import { parseFilter, Rejected, type Filter } from '@millrace/domain';
import { z } from 'zod';

const PROMPT = /^[^/]+\/\d+$/;
const TRACE_FIELDS = {
  run_id: 'run_id',
  logged_model_id: 'logged_model',
  prompt_version: 'prompt',
} as const;

/** Which traces are on one side of a comparison: exactly one of the fields. */
export const comparisonSide = z
  .strictObject({
    run_id: z
      .string()
      .min(1)
      .optional()
      .describe('Made in the run or linked to it, and what was found for it'),
    evaluation_id: z.string().min(1).optional().describe('The run of this evaluation'),
    logged_model_id: z.string().min(1).optional(),
    prompt_version: z.string().regex(PROMPT, "is not 'name/version'").optional(),
    filter: z.string().min(1).max(10_000).optional().describe('In the grammar of docs/filters.md'),
  })
  .refine((side) => Object.values(side).filter((value) => value !== undefined).length === 1, {
    message: 'give one of run_id, evaluation_id, logged_model_id, prompt_version and filter',
  });
export type ComparisonSide = z.output<typeof comparisonSide>;

/** A side as traces are searched. */
export interface SideSearch {
  readonly filter: Filter;
  /** What other runs found on the same traces is left out. */
  readonly runId: string | undefined;
}

/** `evaluation_id` is resolved by `runOf`, which throws Rejected for an unknown one. */
export async function toSideSearch(
  side: ComparisonSide,
  runOf: (evaluationId: string) => Promise<string>,
): Promise<SideSearch> {
  const filter = side.filter === undefined ? undefined : parseFilter(side.filter);
  if (filter) return { filter, runId: undefined };
  const told = side.evaluation_id === undefined ? side : { run_id: await runOf(side.evaluation_id) };
  for (const [field, key] of Object.entries(TRACE_FIELDS)) {
    const value = told[field as keyof typeof TRACE_FIELDS];
    if (value === undefined) continue;
    return { filter: isEqual(key, value), runId: told.run_id };
  }
  throw new Rejected('a side needs a filter that is not blank');
}

function isEqual(key: string, value: string): Filter {
  const field = { entity: 'trace', key } as const;
  return { kind: 'comparison', field, comparator: '=', value, range: { start: 0, end: 0 } };
}
