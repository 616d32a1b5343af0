import { AccountsModule, toAccountsConfig } from '@millrace/feature-accounts';
import { authenticationOptions, AuthenticationModule } from '@millrace/access';
import { LlmModule, llmConfigSchema } from '@millrace/adapter-llm';
import { CodeRunnerModule, quickJsConfigSchema } from '@millrace/adapter-quickjs';
import { EvaluationModule, EVALUATION_JOB_KINDS, toEvaluationConfig } from '@millrace/feature-evaluation';
import { ForwardingModule, forwardingConfigSchema } from '@millrace/feature-forwarding';
import { GatewayModule } from '@millrace/feature-gateway';
import { LIFECYCLE_JOB_KINDS, LifecycleModule, toLifecycleConfig } from '@millrace/feature-lifecycle';
import { QueryModule } from '@millrace/feature-query';
import { ReceiverModule } from '@millrace/feature-receiver';
import { ReviewModule } from '@millrace/feature-review';
import { RegistryModule, registryConfigSchema } from '@millrace/feature-registry';
import { WebUiModule } from '@millrace/feature-web-ui';
import { WriterModule, writerConfigSchema } from '@millrace/feature-writer';
import { JobsModule, type JobsConfig } from '@millrace/jobs';
import { SecretsModule, ServiceKitModule } from '@millrace/service-kit';
import { Module, type DynamicModule } from '@nestjs/common';
import { join } from 'node:path';
import { adminPasswordFile, type StandaloneConfig } from './app.config.ts';
import { chooseAdapters } from './choose-adapters.ts';

/** Every service in one process. */
@Module({})
export class AppModule {
  static for(config: StandaloneConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        ServiceKitModule.for('standalone'),
        AuthenticationModule.register(authenticationOptions(config)),
        AccountsModule.register({
          ...toAccountsConfig(config),
          adminPasswordFile: adminPasswordFile(config),
        }),
        LlmModule.register(
          llmConfigSchema.parse({ allowPrivateTargets: config.MILLRACE_GATEWAY_PRIVATE_TARGETS }),
        ),
        ...chooseAdapters(config),
        ReceiverModule.register({
          grpc: { host: config.MILLRACE_HOST, port: config.MILLRACE_OTLP_GRPC_PORT },
        }),
        WriterModule.register(
          writerConfigSchema.parse({ completionIdleMs: 1000 * config.MILLRACE_COMPLETION_IDLE_SECONDS }),
        ),
        ForwardingModule.register(
          forwardingConfigSchema.parse({ allowPrivateTargets: config.MILLRACE_FORWARDING_PRIVATE_TARGETS }),
        ),
        SecretsModule.register({
          key: config.MILLRACE_SECRET_KEY,
          previousKeys: config.MILLRACE_SECRET_PREVIOUS_KEYS,
          keyFile: join(config.MILLRACE_DATA_DIR, 'secret.key'),
        }),
        GatewayModule,
        RegistryModule.register(
          registryConfigSchema.parse({
            allowPythonScorers: config.MILLRACE_PYTHON_SCORERS,
            isOnlyProcess: config.MILLRACE_POSTGRES_URL === undefined,
            webhooks: { allowPrivateTargets: config.MILLRACE_WEBHOOKS_PRIVATE_TARGETS },
          }),
        ),
        QueryModule,
        WebUiModule.for(config.MILLRACE_WEB_DIR, config.MILLRACE_NOTEBOOK_ORIGINS),
        ReviewModule,
        CodeRunnerModule.register(quickJsConfigSchema.parse({})),
        JobsModule.register(jobsOf(config)),
        EvaluationModule.register(toEvaluationConfig(config)),
        LifecycleModule.register(toLifecycleConfig(config)),
      ],
    };
  }
}

function jobsOf(config: StandaloneConfig): JobsConfig {
  const kinds = [...EVALUATION_JOB_KINDS, ...LIFECYCLE_JOB_KINDS];
  return { kinds, perWorkspace: config.MILLRACE_JOBS_PER_WORKSPACE };
}
