import { AccountsModule, toAccountsConfig } from '@millrace/feature-accounts';
import { authenticationOptions, AuthenticationModule } from '@millrace/access';
import { FileBlobStoreModule } from '@millrace/adapter-filesystem';
import { KafkaDomainEventsModule, toKafkaConfig } from '@millrace/adapter-kafka';
import { LlmModule, llmConfigSchema } from '@millrace/adapter-llm';
import { PostgresModule } from '@millrace/adapter-postgres';
import { isS3Url, S3BlobStoreModule, toS3Config } from '@millrace/adapter-s3';
import { GATEWAY_ENTITIES, GatewayModule } from '@millrace/feature-gateway';
import { REGISTRY_ENTITIES, RegistryModule, registryConfigSchema } from '@millrace/feature-registry';
import { SecretsModule, ServiceKitModule } from '@millrace/service-kit';
import { Module, type DynamicModule } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import type { AppConfig } from './app.config.ts';

/** Registry: what is kept in PostgreSQL, and artifacts; tells the other services of its changes. */
@Module({})
export class AppModule {
  static for(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ServiceKitModule.for('registry'),
        AuthenticationModule.register(authenticationOptions(config)),
        AccountsModule.register(toAccountsConfig(config)),
        LlmModule.register(
          llmConfigSchema.parse({ allowPrivateTargets: config.MILLRACE_GATEWAY_PRIVATE_TARGETS }),
        ),
        PostgresModule.register({ url: config.MILLRACE_POSTGRES_URL }, [
          ...GATEWAY_ENTITIES,
          ...REGISTRY_ENTITIES,
        ]),
        KafkaDomainEventsModule.register(toKafkaConfig(config.MILLRACE_KAFKA_BROKERS, config)),
        isS3Url(config.MILLRACE_BLOB_URL)
          ? S3BlobStoreModule.register(toS3Config(config.MILLRACE_BLOB_URL, config))
          : FileBlobStoreModule.register({ dir: fileURLToPath(config.MILLRACE_BLOB_URL) }),
        SecretsModule.register({
          key: config.MILLRACE_SECRET_KEY,
          previousKeys: config.MILLRACE_SECRET_PREVIOUS_KEYS,
        }),
        GatewayModule,
        RegistryModule.register(
          registryConfigSchema.parse({
            allowPythonScorers: config.MILLRACE_PYTHON_SCORERS,
            webhooks: { allowPrivateTargets: config.MILLRACE_WEBHOOKS_PRIVATE_TARGETS },
          }),
        ),
      ],
    };
  }
}
