import { BullmqJobQueueModule } from '@millrace/adapter-bullmq';
import { ClickHouseModule } from '@millrace/adapter-clickhouse';
import { FileBlobStoreModule } from '@millrace/adapter-filesystem';
import { KafkaDomainEventsModule, KafkaSpanLogModule, toKafkaConfig } from '@millrace/adapter-kafka';
import { LocalDomainEventsModule, LocalSpanLogModule } from '@millrace/adapter-local-log';
import { PgBossJobQueueModule } from '@millrace/adapter-pg-boss';
import { PostgresModule } from '@millrace/adapter-postgres';
import { isS3Url, S3BlobStoreModule, toS3Config } from '@millrace/adapter-s3';
import { EVALUATION_ENTITIES } from '@millrace/feature-evaluation';
import { GATEWAY_ENTITIES } from '@millrace/feature-gateway';
import { REGISTRY_ENTITIES } from '@millrace/feature-registry';
import { REVIEW_ENTITIES } from '@millrace/feature-review';
import type { DynamicModule } from '@nestjs/common';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { StandaloneConfig } from './app.config.ts';

/** Of every feature that keeps something in PostgreSQL. */
const ENTITIES = [...EVALUATION_ENTITIES, ...GATEWAY_ENTITIES, ...REGISTRY_ENTITIES, ...REVIEW_ENTITIES];

/** The one place that knows of embedded parts: an external address replaces them one by one. */
export function chooseAdapters(config: StandaloneConfig): DynamicModule[] {
  const folder = (name: string): string => join(config.MILLRACE_DATA_DIR, name);
  const {
    MILLRACE_KAFKA_BROKERS: brokers,
    MILLRACE_REDIS_URL: redisUrl,
    MILLRACE_BLOB_URL: blobUrl,
  } = config;
  return [
    config.MILLRACE_CLICKHOUSE_URL
      ? ClickHouseModule.register({
          url: config.MILLRACE_CLICKHOUSE_URL,
          cluster: config.MILLRACE_CLICKHOUSE_CLUSTER,
          migrate: true,
        })
      : ClickHouseModule.register({ embedded: { dataDir: folder('clickhouse') } }),
    config.MILLRACE_POSTGRES_URL
      ? PostgresModule.register({ url: config.MILLRACE_POSTGRES_URL, migrate: true }, ENTITIES)
      : PostgresModule.register({ embedded: { dataDir: folder('postgres') } }, ENTITIES),
    ...(brokers
      ? [
          KafkaSpanLogModule.register(toKafkaConfig(brokers, config)),
          KafkaDomainEventsModule.register(toKafkaConfig(brokers, config)),
        ]
      : [
          LocalSpanLogModule.register({ dir: folder('log') }),
          LocalDomainEventsModule.register({ dir: folder('events') }),
        ]),
    blobUrl && isS3Url(blobUrl)
      ? S3BlobStoreModule.register(toS3Config(blobUrl, config))
      : FileBlobStoreModule.register({ dir: blobUrl ? fileURLToPath(blobUrl) : folder('blobs') }),
    redisUrl ? BullmqJobQueueModule.register({ url: redisUrl }) : PgBossJobQueueModule.register(),
  ];
}
