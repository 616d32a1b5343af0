import { authenticationOptions, AuthenticationModule } from '@millrace/access';
import { ClickHouseModule } from '@millrace/adapter-clickhouse';
import { FileBlobStoreModule } from '@millrace/adapter-filesystem';
import { KafkaDomainEventsModule, KafkaSpanLogModule, toKafkaConfig } from '@millrace/adapter-kafka';
import { PostgresModule } from '@millrace/adapter-postgres';
import { isS3Url, S3BlobStoreModule, toS3Config } from '@millrace/adapter-s3';
import { ARTIFACT_ENTITIES } from '@millrace/artifacts';
import { QueryModule } from '@millrace/feature-query';
import { REVIEW_ENTITIES, ReviewModule } from '@millrace/feature-review';
import { WebUiModule } from '@millrace/feature-web-ui';
import { ServiceKitModule } from '@millrace/service-kit';
import { Module, type DynamicModule } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import type { AppConfig } from './app.config.ts';

/** Query API: reads, and what clients say about traces. */
@Module({})
export class AppModule {
  static for(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ServiceKitModule.for('query-api'),
        AuthenticationModule.register(authenticationOptions(config)),
        KafkaSpanLogModule.register(toKafkaConfig(config.MILLRACE_KAFKA_BROKERS, config)),
        KafkaDomainEventsModule.register(toKafkaConfig(config.MILLRACE_KAFKA_BROKERS, config)),
        ClickHouseModule.register({
          url: config.MILLRACE_CLICKHOUSE_URL,
          cluster: config.MILLRACE_CLICKHOUSE_CLUSTER,
        }),
        PostgresModule.register({ url: config.MILLRACE_POSTGRES_URL }, [
          ...ARTIFACT_ENTITIES,
          ...REVIEW_ENTITIES,
        ]),
        isS3Url(config.MILLRACE_BLOB_URL)
          ? S3BlobStoreModule.register(toS3Config(config.MILLRACE_BLOB_URL, config))
          : FileBlobStoreModule.register({ dir: fileURLToPath(config.MILLRACE_BLOB_URL) }),
        QueryModule,
        WebUiModule.for(config.MILLRACE_WEB_DIR, config.MILLRACE_NOTEBOOK_ORIGINS),
        ReviewModule,
      ],
    };
  }
}
