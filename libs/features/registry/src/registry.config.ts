import { z } from 'zod';

/** What an operator sets on the registry, or an app knows of its topology. */
export const registryConfigSchema = z.object({
  /** Whether scorers that carry Python source may be registered. Millrace keeps it and never runs it; clients that load it do. */
  allowPythonScorers: z.boolean().default(false),
  /** No other process serves the registry from the same PostgreSQL. */
  isOnlyProcess: z.boolean().default(false),
  /** How long a version that was loaded is answered again without asking PostgreSQL; changes take as long. Milliseconds. */
  versionLeaseMs: z.int().min(0).max(5000).default(250),
});

export type RegistryConfig = z.infer<typeof registryConfigSchema>;

/** Nest token of the configuration. */
export class RegistryOptions {
  constructor(readonly config: RegistryConfig) {}
}
