import { z } from 'zod';

/** What an operator sets on forwarding. */
export const forwardingConfigSchema = z.object({
  /** Whether targets may have addresses of this machine or of a private network. */
  allowPrivateTargets: z.boolean().default(false),
  /** How often settings are read, milliseconds. */
  refreshMs: z.int().positive().default(5_000),
  /** How often positions are committed and progress is told, milliseconds. */
  reportMs: z.int().positive().default(2_000),
  /** A request is sent when it holds this many bytes of spans. */
  maxRequestBytes: z
    .int()
    .positive()
    .default(2 * 1024 * 1024),
  /** How long a target may take to answer, milliseconds. */
  timeoutMs: z.int().positive().default(30_000),
  /** The wait before a second attempt, doubled with each one more; milliseconds. */
  firstRetryMs: z.int().positive().default(500),
});

export type ForwardingConfig = z.infer<typeof forwardingConfigSchema>;

/** Nest token of the configuration. */
export class ForwardingOptions {
  constructor(readonly config: ForwardingConfig) {}
}
