import { authenticationOptions, AuthenticationModule } from '@millrace/access';
import { ClickHouseModule } from '@millrace/adapter-clickhouse';
import { FileBlobStoreModule } from '@millrace/adapter-filesystem';
import { KafkaDomainEventsModule, KafkaSpanLogModule, toKafkaConfig } from '@millrace/adapter-kafka';
import { PostgresModule } from '@millrace/adapter-postgres';
import { isS3Url, S3BlobStoreModule, toS3Config } from '@millrace/adapter-s3';
import { ForwardingModule, forwardingConfigSchema } from '@millrace/feature-forwarding';
import { WriterModule, writerConfigSchema } from '@millrace/feature-writer';
import { ServiceKitModule } from '@millrace/service-kit';
import { Module, type DynamicModule } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import type { AppConfig } from './app.config.ts';

/** Writer: the log into ClickHouse. */
@Module({})
export class AppModule {
  static for(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ServiceKitModule.for('writer'),
        AuthenticationModule.register(authenticationOptions(config)),
        KafkaSpanLogModule.register(toKafkaConfig(config.MILLRACE_KAFKA_BROKERS, config)),
        KafkaDomainEventsModule.register(toKafkaConfig(config.MILLRACE_KAFKA_BROKERS, config)),
        ClickHouseModule.register({
          url: config.MILLRACE_CLICKHOUSE_URL,
          cluster: config.MILLRACE_CLICKHOUSE_CLUSTER,
        }),
        PostgresModule.register({ url: config.MILLRACE_POSTGRES_URL }),
        isS3Url(config.MILLRACE_BLOB_URL)
          ? S3BlobStoreModule.register(toS3Config(config.MILLRACE_BLOB_URL, config))
          : FileBlobStoreModule.register({ dir: fileURLToPath(config.MILLRACE_BLOB_URL) }),
        WriterModule.register(
          writerConfigSchema.parse({ completionIdleMs: 1000 * config.MILLRACE_COMPLETION_IDLE_SECONDS }),
        ),
        ForwardingModule.register(
          forwardingConfigSchema.parse({ allowPrivateTargets: config.MILLRACE_FORWARDING_PRIVATE_TARGETS }),
        ),
      ],
    };
  }
}
