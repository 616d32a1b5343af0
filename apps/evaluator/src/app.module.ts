import { authenticationOptions, AuthenticationModule } from '@millrace/access';
import { BullmqJobQueueModule } from '@millrace/adapter-bullmq';
import { ClickHouseModule } from '@millrace/adapter-clickhouse';
import { FileBlobStoreModule } from '@millrace/adapter-filesystem';
import { KafkaDomainEventsModule, KafkaSpanLogModule, toKafkaConfig } from '@millrace/adapter-kafka';
import { LlmModule, llmConfigSchema } from '@millrace/adapter-llm';
import { PostgresModule } from '@millrace/adapter-postgres';
import { CodeRunnerModule, quickJsConfigSchema } from '@millrace/adapter-quickjs';
import { isS3Url, S3BlobStoreModule, toS3Config } from '@millrace/adapter-s3';
import { ARTIFACT_ENTITIES } from '@millrace/artifacts';
import { DATASET_ENTITIES } from '@millrace/datasets';
import {
  EVALUATION_ENTITIES,
  EvaluationModule,
  EVALUATION_JOB_KINDS,
  toEvaluationConfig,
} from '@millrace/feature-evaluation';
import { LIFECYCLE_JOB_KINDS, LifecycleModule, toLifecycleConfig } from '@millrace/feature-lifecycle';
import { JobsModule } from '@millrace/jobs';
import { MODEL_ACCESS_ENTITIES } from '@millrace/model-access';
import { REGISTERED_MODEL_ENTITIES } from '@millrace/registered-models';
import { RUN_ENTITIES } from '@millrace/runs';
import { SecretsModule, ServiceKitModule } from '@millrace/service-kit';
import { Module, type DynamicModule } from '@nestjs/common';
import { fileURLToPath } from 'node:url';
import type { AppConfig } from './app.config.ts';

/** Evaluator: judges traces and watches what comes of them; removes what is old or is to be forgotten. */
@Module({})
export class AppModule {
  static for(config: AppConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ServiceKitModule.for('evaluator'),
        AuthenticationModule.register(authenticationOptions(config)),
        KafkaDomainEventsModule.register(toKafkaConfig(config.MILLRACE_KAFKA_BROKERS, config)),
        KafkaSpanLogModule.register(toKafkaConfig(config.MILLRACE_KAFKA_BROKERS, config)),
        ClickHouseModule.register({
          url: config.MILLRACE_CLICKHOUSE_URL,
          cluster: config.MILLRACE_CLICKHOUSE_CLUSTER,
        }),
        PostgresModule.register({ url: config.MILLRACE_POSTGRES_URL }, [
          ...ARTIFACT_ENTITIES,
          ...DATASET_ENTITIES,
          ...EVALUATION_ENTITIES,
          ...MODEL_ACCESS_ENTITIES,
          ...REGISTERED_MODEL_ENTITIES,
          ...RUN_ENTITIES,
        ]),
        isS3Url(config.MILLRACE_BLOB_URL)
          ? S3BlobStoreModule.register(toS3Config(config.MILLRACE_BLOB_URL, config))
          : FileBlobStoreModule.register({ dir: fileURLToPath(config.MILLRACE_BLOB_URL) }),
        BullmqJobQueueModule.register({ url: config.MILLRACE_REDIS_URL }),
        SecretsModule.register({
          key: config.MILLRACE_SECRET_KEY,
          previousKeys: config.MILLRACE_SECRET_PREVIOUS_KEYS,
        }),
        LlmModule.register(
          llmConfigSchema.parse({ allowPrivateTargets: config.MILLRACE_GATEWAY_PRIVATE_TARGETS }),
        ),
        CodeRunnerModule.register(quickJsConfigSchema.parse({})),
        JobsModule.register({
          kinds: [...EVALUATION_JOB_KINDS, ...LIFECYCLE_JOB_KINDS],
          perWorkspace: config.MILLRACE_JOBS_PER_WORKSPACE,
        }),
        EvaluationModule.register(toEvaluationConfig(config)),
        LifecycleModule.register(toLifecycleConfig(config)),
      ],
    };
  }
}
