import { z } from 'zod';

/** How to reach ClickHouse: a server by URL (with user, password and database), or an embedded one in a folder. */
export const clickHouseConfigSchema = z.union([
  z.object({
    url: z.url({ protocol: /^https?$/ }),
    /** The replicated cluster that the URL leads to; absent: one server. */
    cluster: z.string().min(1).optional(),
    /** Bring the schema up to date at the start; otherwise a job calls `migrateClickHouse`. */
    migrate: z.boolean().optional(),
  }),
  z.object({
    embedded: z.object({
      dataDir: z.string().min(1),
      httpPort: z.number().int().min(1).max(65_535).optional(),
      memoryLimitBytes: z
        .number()
        .int()
        .min(256 * 1024 * 1024)
        .optional(),
      logFile: z.string().min(1).optional(),
    }),
  }),
]);

export type ClickHouseConfig = z.infer<typeof clickHouseConfigSchema>;
