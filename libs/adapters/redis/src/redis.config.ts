import { z } from 'zod';

/** Parses what an operator sets about Redis. */
export const redisConfigSchema = z.object({
  /** `redis://` or `rediss://` (TLS), with user and password if it asks for them. */
  url: z.url({ protocol: /^rediss?$/, error: 'expected a URL beginning with redis:// or rediss://' }),
});

export type RedisConfig = z.output<typeof redisConfigSchema>;
