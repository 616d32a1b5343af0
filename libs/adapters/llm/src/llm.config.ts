import { z } from 'zod';

/** What an operator sets on calls of models. */
export const llmConfigSchema = z.object({
  /** Whether models may be reached over http, and at addresses of this machine or of a private network. */
  allowPrivateTargets: z.boolean().default(false),
  /** How long a provider may be silent, milliseconds. */
  silenceMs: z.int().positive().default(120_000),
  /** The largest answer, bytes. */
  maxAnswerBytes: z
    .int()
    .positive()
    .default(16 * 1024 * 1024),
});

export type LlmConfig = z.infer<typeof llmConfigSchema>;
