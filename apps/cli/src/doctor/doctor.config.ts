import { AUTHENTICATION_SETTINGS, LIMIT_SETTINGS, openOnPurposeOnly } from '@millrace/access';
import { KAFKA_SETTINGS, kafkaSettingsAreWhole } from '@millrace/adapter-kafka';
import { S3_SETTINGS, s3SettingsAreRight } from '@millrace/adapter-s3';
import { ACCOUNTS_SETTINGS, oidcSettingsAreWhole } from '@millrace/feature-accounts';
import { EVALUATION_SETTINGS } from '@millrace/feature-evaluation';
import { WEB_UI_SETTINGS } from '@millrace/feature-web-ui';
import { SETTINGS } from '@millrace/service-kit';
import { resolve } from 'node:path';
import { z } from 'zod';

/** Every setting of every service; what one of them needs and this process does not is left out of it by absence. */
export const schema = z
  .object({
    ...SETTINGS,
    ...AUTHENTICATION_SETTINGS,
    ...LIMIT_SETTINGS,
    ...ACCOUNTS_SETTINGS,
    ...KAFKA_SETTINGS,
    ...S3_SETTINGS,
    ...EVALUATION_SETTINGS,
    ...WEB_UI_SETTINGS,
    MILLRACE_AUTHENTICATION: AUTHENTICATION_SETTINGS.MILLRACE_AUTHENTICATION.optional(),
    MILLRACE_PORT: SETTINGS.MILLRACE_PORT.default(5000),
    MILLRACE_OTLP_HTTP_PORT: SETTINGS.MILLRACE_OTLP_HTTP_PORT.default(4318),
    MILLRACE_OTLP_GRPC_PORT: SETTINGS.MILLRACE_OTLP_GRPC_PORT.default(4317),
    MILLRACE_DATA_DIR: z
      .string()
      .min(1)
      .default('.millrace')
      .transform((folder) => resolve(folder)),
    MILLRACE_CLICKHOUSE_URL: SETTINGS.MILLRACE_CLICKHOUSE_URL.optional(),
    MILLRACE_CLICKHOUSE_CLUSTER: SETTINGS.MILLRACE_CLICKHOUSE_CLUSTER,
    MILLRACE_POSTGRES_URL: SETTINGS.MILLRACE_POSTGRES_URL.optional(),
    MILLRACE_KAFKA_BROKERS: SETTINGS.MILLRACE_KAFKA_BROKERS.optional(),
    MILLRACE_REDIS_URL: SETTINGS.MILLRACE_REDIS_URL.optional(),
    MILLRACE_BLOB_URL: SETTINGS.MILLRACE_BLOB_URL.optional(),
    MILLRACE_SECRET_KEY: SETTINGS.MILLRACE_SECRET_KEY.optional(),
    MILLRACE_SECRET_PREVIOUS_KEYS: SETTINGS.MILLRACE_SECRET_PREVIOUS_KEYS.optional(),
    MILLRACE_FORWARDING_PRIVATE_TARGETS: SETTINGS.MILLRACE_FORWARDING_PRIVATE_TARGETS.optional(),
    MILLRACE_GATEWAY_PRIVATE_TARGETS: SETTINGS.MILLRACE_GATEWAY_PRIVATE_TARGETS.optional(),
    MILLRACE_WEBHOOKS_PRIVATE_TARGETS: SETTINGS.MILLRACE_WEBHOOKS_PRIVATE_TARGETS.optional(),
  })
  .transform((settings) => ({
    ...settings,
    /** As standalone and as the services take it when it is not set. */
    MILLRACE_AUTHENTICATION:
      settings.MILLRACE_AUTHENTICATION ?? settings.MILLRACE_KAFKA_BROKERS !== undefined,
  }))
  .check(openOnPurposeOnly, oidcSettingsAreWhole, kafkaSettingsAreWhole, s3SettingsAreRight);

export type DoctorConfig = z.output<typeof schema>;

/** The names of all settings there are. */
export const KNOWN_SETTINGS: readonly string[] = Object.keys(schema.in.shape);
