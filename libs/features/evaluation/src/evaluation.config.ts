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
  online: z
    .object({
      /** How long nothing has come of a trace when it completes, milliseconds: as the writer has it. */
      completionIdleMs: z.number().positive().default(10_000),
      /** A session is judged once it has been quiet for this long, milliseconds. */
      sessionIdleMs: z.number().positive().default(300_000),
      /** Traces, and sessions, that one process judges at once. */
      concurrency: z.int().positive().default(16),
    })
    .prefault({}),
  judging: z
    .object({
      /** The model that judges unless told otherwise. */
      model: z.string().default('openai:/gpt-4.1-mini'),
      /** How long one call of a model may take, milliseconds. */
      timeoutMs: z.number().positive().default(60_000),
      /** Calls of a provider that judges of a workspace may make, over all processes. */
      callsPerMinute: z.number().positive().default(3_000),
      /** Whether calls of judges are traced. */
      isTraced: z.boolean().default(true),
    })
    .prefault({}),
});

export type EvaluationConfig = z.infer<typeof evaluationConfigSchema>;

/** Nest token of the configuration. */
export class EvaluationOptions {
  constructor(readonly config: EvaluationConfig) {}
}
