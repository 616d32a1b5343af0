import { z } from 'zod';

/** Where PostgreSQL is: somewhere else by address, or in a child process with its files in a folder of ours. */
export const postgresConfigSchema = z.union([
  z.strictObject({
    url: z.url({ protocol: /^postgres(ql)?$/, error: 'expected a URL beginning with postgres://' }),
    /** Bring the schema up to date at the first connection; otherwise a job calls `migratePostgres`. */
    migrate: z.boolean().optional(),
    poolSize: z.number().int().min(1).max(200).optional(),
  }),
  z.strictObject({
    /** Its schema is always brought up to date. */
    embedded: z.strictObject({
      dataDir: z.string().min(1),
      port: z.number().int().min(1).max(65_535).optional(),
    }),
    poolSize: z.number().int().min(1).max(50).optional(),
  }),
]);

export type PostgresConfig = z.infer<typeof postgresConfigSchema>;
