import { loadConfig, SETTINGS } from '@millrace/service-kit';
import { z } from 'zod';

export const schema = z.object({
  MILLRACE_POSTGRES_URL: SETTINGS.MILLRACE_POSTGRES_URL,
  MILLRACE_CLICKHOUSE_URL: SETTINGS.MILLRACE_CLICKHOUSE_URL,
  MILLRACE_CLICKHOUSE_CLUSTER: SETTINGS.MILLRACE_CLICKHOUSE_CLUSTER,
});

export type AppConfig = z.infer<typeof schema>;

/** Throws ConfigError naming every fault at once. */
export function readConfig(): AppConfig {
  return loadConfig(schema, process.env);
}
