import { ACCOUNTS_SETTINGS, oidcSettingsAreWhole } from '@millrace/feature-accounts';
import { AUTHENTICATION_SETTINGS, LIMIT_SETTINGS, openOnPurposeOnly } from '@millrace/access';
import { WEB_UI_SETTINGS } from '@millrace/feature-web-ui';
import { KAFKA_SETTINGS, kafkaSettingsAreWhole } from '@millrace/adapter-kafka';
import { S3_SETTINGS, s3SettingsAreRight } from '@millrace/adapter-s3';
import { EVALUATION_SETTINGS } from '@millrace/feature-evaluation';
import { LIFECYCLE_SETTINGS } from '@millrace/feature-lifecycle';
import { ConfigError, loadConfig, SETTINGS } from '@millrace/service-kit';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';

/** What an operator sets on standalone, by environment or by flag (`--data-dir` for MILLRACE_DATA_DIR). An address replaces the embedded part. */
export const schema = z
  .object({
    MILLRACE_HOST: SETTINGS.MILLRACE_HOST,
    ...AUTHENTICATION_SETTINGS,
    ...LIMIT_SETTINGS,
    ...ACCOUNTS_SETTINGS,
    MILLRACE_AUTHENTICATION: AUTHENTICATION_SETTINGS.MILLRACE_AUTHENTICATION.default(false),
    MILLRACE_PORT: SETTINGS.MILLRACE_PORT.default(5000),
    MILLRACE_OTLP_HTTP_PORT: SETTINGS.MILLRACE_OTLP_HTTP_PORT.default(4318),
    MILLRACE_OTLP_GRPC_PORT: SETTINGS.MILLRACE_OTLP_GRPC_PORT.default(4317),
    MILLRACE_DATA_DIR: z
      .string()
      .min(1)
      .default('.millrace')
      .transform((folder) => resolve(folder))
      .describe('Folder of everything that is kept'),
    MILLRACE_CLICKHOUSE_URL: SETTINGS.MILLRACE_CLICKHOUSE_URL.optional(),
    MILLRACE_CLICKHOUSE_CLUSTER: SETTINGS.MILLRACE_CLICKHOUSE_CLUSTER,
    MILLRACE_POSTGRES_URL: SETTINGS.MILLRACE_POSTGRES_URL.optional(),
    MILLRACE_KAFKA_BROKERS: SETTINGS.MILLRACE_KAFKA_BROKERS.optional(),
    ...KAFKA_SETTINGS,
    MILLRACE_REDIS_URL: SETTINGS.MILLRACE_REDIS_URL.optional(),
    MILLRACE_BLOB_URL: SETTINGS.MILLRACE_BLOB_URL.optional(),
    ...S3_SETTINGS,
    MILLRACE_JOBS_PER_WORKSPACE: SETTINGS.MILLRACE_JOBS_PER_WORKSPACE,
    MILLRACE_FORWARDING_PRIVATE_TARGETS: SETTINGS.MILLRACE_FORWARDING_PRIVATE_TARGETS.default(true),
    ...EVALUATION_SETTINGS,
    ...LIFECYCLE_SETTINGS,
    MILLRACE_GATEWAY_PRIVATE_TARGETS: SETTINGS.MILLRACE_GATEWAY_PRIVATE_TARGETS.default(true),
    MILLRACE_PYTHON_SCORERS: SETTINGS.MILLRACE_PYTHON_SCORERS,
    MILLRACE_SECRET_KEY: SETTINGS.MILLRACE_SECRET_KEY.optional(),
    MILLRACE_SECRET_PREVIOUS_KEYS: SETTINGS.MILLRACE_SECRET_PREVIOUS_KEYS.optional(),
    MILLRACE_WEBHOOKS_PRIVATE_TARGETS: SETTINGS.MILLRACE_WEBHOOKS_PRIVATE_TARGETS.default(true),
    ...WEB_UI_SETTINGS,
    OTEL_EXPORTER_OTLP_ENDPOINT: SETTINGS.OTEL_EXPORTER_OTLP_ENDPOINT,
    MILLRACE_LOG_LEVEL: SETTINGS.MILLRACE_LOG_LEVEL.default('warn'),
  })
  .check(openOnPurposeOnly, oidcSettingsAreWhole, kafkaSettingsAreWhole, s3SettingsAreRight);

export type StandaloneConfig = z.infer<typeof schema>;

/** Where the password of the first user is left, unless one was set. */
export function adminPasswordFile({
  MILLRACE_DATA_DIR,
}: Pick<StandaloneConfig, 'MILLRACE_DATA_DIR'>): string {
  return join(MILLRACE_DATA_DIR, 'admin-password');
}

const FLAGGED = Object.keys(schema.shape).filter((name) => name.startsWith('MILLRACE_'));

/** Flags without a value. */
const SWITCHES = new Set(['MILLRACE_ALLOW_UNAUTHENTICATED']);

/** Flags win over the environment. Throws ConfigError naming every fault at once. */
export function readConfig(argv: readonly string[]): StandaloneConfig {
  return loadConfig(schema, { ...process.env, ...readFlags(argv) });
}

function readFlags(argv: readonly string[]): Record<string, string> {
  const typeOf = (name: string) => (SWITCHES.has(name) ? ('boolean' as const) : ('string' as const));
  const options = Object.fromEntries(FLAGGED.map((name) => [flagOf(name), { type: typeOf(name) }]));
  try {
    const { values } = parseArgs({ args: [...argv], options, strict: true });
    return Object.fromEntries(
      FLAGGED.flatMap((name) => {
        const value = values[flagOf(name)];
        return value === undefined ? [] : [[name, String(value)]];
      }),
    );
  } catch (error) {
    const flags = FLAGGED.map((name) => `  --${flagOf(name)}  (or ${name})`).join('\n');
    throw new ConfigError(
      `${error instanceof Error ? error.message : String(error)}\nThe flags are:\n${flags}`,
      { cause: error },
    );
  }
}

function flagOf(name: string): string {
  return name.replace('MILLRACE_', '').toLowerCase().replaceAll('_', '-');
}
