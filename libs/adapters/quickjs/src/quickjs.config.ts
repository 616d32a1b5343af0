import { z } from 'zod';

export const quickJsConfigSchema = z.strictObject({
  /** Programs that run at once; each has a thread of its own. */
  threads: z.number().int().min(1).max(64).default(2),
  /** Programs that may wait for a thread; more are refused until some are done. */
  mostWaiting: z.number().int().min(0).default(1_000),
});

export type QuickJsConfig = z.output<typeof quickJsConfigSchema>;
