import { z } from 'zod';

/** What an operator sets about how long data is kept. */
export const lifecycleConfigSchema = z.object({
  /** Added to the clock by which data grows old; for tests. */
  clockOffsetMs: z.int().default(0),
  /** How long after it was deleted a trace is taken off the disk, milliseconds. */
  deletionGraceMs: z
    .number()
    .nonnegative()
    .default(7 * 86_400_000),
});

export type LifecycleConfig = z.infer<typeof lifecycleConfigSchema>;

/** Nest token of the configuration. */
export class LifecycleOptions {
  constructor(readonly config: LifecycleConfig) {}

  /** Milliseconds since the epoch, by the clock by which data grows old. */
  now(): number {
    return Date.now() + this.config.clockOffsetMs;
  }
}
