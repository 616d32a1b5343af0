import { AUTHENTICATION_SETTINGS, LIMIT_SETTINGS, openOnPurposeOnly } from '@millrace/access';
import { KAFKA_SETTINGS, kafkaSettingsAreWhole } from '@millrace/adapter-kafka';
import { S3_SETTINGS, s3SettingsAreRight } from '@millrace/adapter-s3';
import { loadConfig, SETTINGS } from '@millrace/service-kit';
import { z } from 'zod';

export const schema = z
  .object({
    MILLRACE_HOST: SETTINGS.MILLRACE_HOST,
    ...AUTHENTICATION_SETTINGS,
    ...LIMIT_SETTINGS,
    MILLRACE_AUTHENTICATION: AUTHENTICATION_SETTINGS.MILLRACE_AUTHENTICATION.default(true),
    MILLRACE_PORT: SETTINGS.MILLRACE_PORT.default(5002),
    MILLRACE_KAFKA_BROKERS: SETTINGS.MILLRACE_KAFKA_BROKERS,
    ...KAFKA_SETTINGS,
    MILLRACE_CLICKHOUSE_URL: SETTINGS.MILLRACE_CLICKHOUSE_URL,
    MILLRACE_CLICKHOUSE_CLUSTER: SETTINGS.MILLRACE_CLICKHOUSE_CLUSTER,
    MILLRACE_POSTGRES_URL: SETTINGS.MILLRACE_POSTGRES_URL,
    MILLRACE_BLOB_URL: SETTINGS.MILLRACE_BLOB_URL,
    ...S3_SETTINGS,
    MILLRACE_COMPLETION_IDLE_SECONDS: SETTINGS.MILLRACE_COMPLETION_IDLE_SECONDS,
    MILLRACE_FORWARDING_PRIVATE_TARGETS: SETTINGS.MILLRACE_FORWARDING_PRIVATE_TARGETS.default(false),
    OTEL_EXPORTER_OTLP_ENDPOINT: SETTINGS.OTEL_EXPORTER_OTLP_ENDPOINT,
    MILLRACE_LOG_LEVEL: SETTINGS.MILLRACE_LOG_LEVEL,
  })
  .check(openOnPurposeOnly, kafkaSettingsAreWhole, s3SettingsAreRight);

export type AppConfig = z.infer<typeof schema>;

/** Throws ConfigError naming every fault at once. */
export function readConfig(): AppConfig {
  return loadConfig(schema, process.env);
}
