import { z } from 'zod';

/** What an operator sets on the registry. */
export const registryConfigSchema = z.object({
  /** Whether scorers that carry Python source may be registered. Millrace keeps it and never runs it; clients that load it do. */
  allowPythonScorers: z.boolean().default(false),
});

export type RegistryConfig = z.infer<typeof registryConfigSchema>;

/** Nest token of the configuration. */
export class RegistryOptions {
  constructor(readonly config: RegistryConfig) {}
}
