import { Global, Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { AccessModule, askDatabase } from '@millrace/access';
import { HealthChecks } from '@millrace/service-kit';
import { ArtifactFilesModule } from './artifacts/artifact-files.module.ts';
import { DatasetsModule } from './datasets/datasets.module.ts';
import { ExperimentsModule } from './experiments/experiments.module.ts';
import { ForwardingTargetsModule } from './forwarding/forwarding-targets.module.ts';
import { LoggedModelsModule } from './logged-models/logged-models.module.ts';
import { MaskingModule } from './masking/masking.module.ts';
import { MlflowGraphqlModule } from './graphql/mlflow-graphql.module.ts';
import { ModelPricesModule } from './model-prices/model-prices.module.ts';
import { RegisteredModelsModule } from './registered-models/registered-models.module.ts';
import { registryConfigSchema, RegistryOptions, type RegistryConfig } from './registry.config.ts';
import { RunsModule } from './runs/runs.module.ts';
import { SamplingModule } from './sampling/sampling.module.ts';
import { ScorersModule } from './scorers/scorers.module.ts';
import { WebhooksModule } from './webhooks/webhooks.module.ts';
import { WorkspacesModule } from './workspaces/workspaces.module.ts';

/** What is governed rather than traced, one module for each resource. Needs the `DataSource` of PostgresModule, a BlobStore, DomainEvents, ChatModel and SecretBox. */
@Global()
@Module({
  imports: [
    AccessModule,
    ArtifactFilesModule,
    DatasetsModule,
    ExperimentsModule,
    ForwardingTargetsModule,
    LoggedModelsModule,
    MaskingModule,
    MlflowGraphqlModule,
    ModelPricesModule,
    RegisteredModelsModule,
    RunsModule,
    SamplingModule,
    ScorersModule,
    WebhooksModule,
    WorkspacesModule,
  ],
  providers: [{ provide: RegistryOptions, useValue: new RegistryOptions(registryConfigSchema.parse({})) }],
  exports: [RegistryOptions],
})
export class RegistryModule implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly health: HealthChecks,
  ) {}

  /** With settings other than the preset ones. */
  static register(config: RegistryConfig): DynamicModule {
    return {
      module: RegistryModule,
      providers: [{ provide: RegistryOptions, useValue: new RegistryOptions(config) }],
    };
  }

  onModuleInit(): void {
    this.health.register('postgres', async () => {
      await askDatabase(this.dataSource, (manager) => manager.query('SELECT 1'));
    });
  }
}
