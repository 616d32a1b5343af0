import { authenticationOptions, AuthenticationModule } from '@millrace/access';
import { FileBlobStoreModule } from '@millrace/adapter-filesystem';
import { KafkaDomainEventsModule, KafkaSpanLogModule, toKafkaConfig } from '@millrace/adapter-kafka';
import { PostgresModule } from '@millrace/adapter-postgres';
import { isS3Url, S3BlobStoreModule, toS3Config } from '@millrace/adapter-s3';
import { ARTIFACT_ENTITIES } from '@millrace/artifacts';
import { ReceiverModule } from '@millrace/feature-receiver';
import { ServiceKitModule } from '@millrace/service-kit';
import { Module, type DynamicModule } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import type { AppConfig } from './app.config.ts';

/** Ingest: OTLP, and files of spans, into the log. */
@Module({})
export class AppModule {
  static for(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ServiceKitModule.for('ingest'),
        AuthenticationModule.register(authenticationOptions(config)),
        KafkaSpanLogModule.register(toKafkaConfig(config.MILLRACE_KAFKA_BROKERS, config)),
        KafkaDomainEventsModule.register(toKafkaConfig(config.MILLRACE_KAFKA_BROKERS, config)),
        PostgresModule.register({ url: config.MILLRACE_POSTGRES_URL }, ARTIFACT_ENTITIES),
        isS3Url(config.MILLRACE_BLOB_URL)
          ? S3BlobStoreModule.register(toS3Config(config.MILLRACE_BLOB_URL, config))
          : FileBlobStoreModule.register({ dir: fileURLToPath(config.MILLRACE_BLOB_URL) }),
        ReceiverModule.register({
          grpc: { host: config.MILLRACE_HOST, port: config.MILLRACE_OTLP_GRPC_PORT },
        }),
      ],
    };
  }
}
