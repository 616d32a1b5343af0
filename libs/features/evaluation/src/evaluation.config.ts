import { z } from 'zod';

/** What an operator sets on evaluation. */
export const evaluationConfigSchema = z.object({
  /** Added to the clock by which schedules and alerts fire and their windows are cut; for tests. */
  clockOffsetMs: z.int().default(0),
  alerts: z
    .object({
      /** How long after a check of an alert rule the next one comes, milliseconds. */
      checkEveryMs: z.int().positive().default(60_000),
    })
    .prefault({}),
});

export type EvaluationConfig = z.infer<typeof evaluationConfigSchema>;

/** Nest token of the configuration. */
export class EvaluationOptions {
  constructor(readonly config: EvaluationConfig) {}
}
