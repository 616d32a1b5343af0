import { z } from 'zod';

/** What an operator sets on the registry, or an app knows of its topology. */
export const registryConfigSchema = z.object({
  /** Whether scorers that carry Python source may be registered. Millrace keeps it and never runs it; clients that load it do. */
  allowPythonScorers: z.boolean().default(false),
  /** No other process serves the registry from the same PostgreSQL. */
  isOnlyProcess: z.boolean().default(false),
  /** How long a version that was loaded is answered again without asking PostgreSQL; changes take as long. Milliseconds. */
  versionLeaseMs: z.int().min(0).max(5000).default(250),
  webhooks: z
    .object({
      /** Whether webhooks may go to addresses of this machine or of a private network, and without TLS. */
      allowPrivateTargets: z.boolean().default(false),
      /** How often a delivery is tried before it counts as failed. */
      maxAttempts: z.int().min(1).max(30).default(12),
      /** The wait before the second attempt, doubled with each one more up to an hour; milliseconds. */
      firstRetryMs: z.int().positive().default(1000),
      /** How long a receiver may take to answer, milliseconds. */
      timeoutMs: z.int().positive().default(10_000),
      /** How often the outbox is looked at for what other processes left there, milliseconds. */
      pollMs: z.int().positive().default(1000),
    })
    .prefault({}),
});

export type RegistryConfig = z.infer<typeof registryConfigSchema>;

/** Nest token of the configuration. */
export class RegistryOptions {
  constructor(readonly config: RegistryConfig) {}
}
