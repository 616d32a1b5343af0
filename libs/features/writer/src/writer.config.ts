import { z } from 'zod';

/** What an operator sets on the writer. */
export const writerConfigSchema = z.object({
  /** A batch is written when it holds this many spans … */
  maxBatchSpans: z.int().positive().default(50_000),
  /** … or this many encoded bytes … */
  maxBatchBytes: z
    .int()
    .positive()
    .default(48 * 1024 * 1024),
  /** … or its first record is this old, in milliseconds. A waiting reader does not wait for it. */
  lingerMs: z.int().nonnegative().default(300),
  /** The same while batches are large: fewer, larger inserts cost the engine much less. */
  busyLingerMs: z.int().nonnegative().default(700),
  /** A trace with an ended root is complete once nothing came for this long, in milliseconds. */
  completionIdleMs: z.number().positive().default(10_000),
  /** How many light spans are kept in memory, over all traces. */
  cachedSpans: z.int().positive().default(20_000),
});

export type WriterConfig = z.infer<typeof writerConfigSchema>;

/** Nest token of the configuration. */
export class WriterOptions {
  constructor(readonly config: WriterConfig) {}
}
