import { Module, type DynamicModule, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { ArtifactsModule, ArtifactSweeper } from '@millrace/artifacts';
import { HealthChecks } from '@millrace/service-kit';
import { DatasetsController } from './datasets/datasets.controller.ts';
import { DatasetsService } from './datasets/datasets.service.ts';
import { MlflowDatasetsController } from './datasets/mlflow-datasets.controller.ts';
import { ArtifactsService } from './artifacts/artifacts.service.ts';
import { MlflowArtifactsController } from './artifacts/mlflow-artifacts.controller.ts';
import { MlflowMultipartController } from './artifacts/mlflow-multipart.controller.ts';
import { PendingEvents } from './events/pending-events.service.ts';
import { ExperimentsController } from './experiments/experiments.controller.ts';
import { ExperimentsService } from './experiments/experiments.service.ts';
import { MlflowExperimentsController } from './experiments/mlflow-experiments.controller.ts';
import { ForwardingTargetsController } from './forwarding/forwarding-targets.controller.ts';
import { ForwardingTargetsService } from './forwarding/forwarding-targets.service.ts';
import { ModelPricesController } from './model-prices/model-prices.controller.ts';
import { ModelPricesService } from './model-prices/model-prices.service.ts';
import { REGISTERED_MODEL_PARTS } from './registered-models/registered-model-parts.ts';
import { registryConfigSchema, RegistryOptions, type RegistryConfig } from './registry.config.ts';
import { RUN_PARTS } from './runs/run-parts.ts';
import { SamplingController } from './sampling/sampling.controller.ts';
import { SamplingService } from './sampling/sampling.service.ts';
import { MlflowScorersController } from './scorers/mlflow-scorers.controller.ts';
import { ScorersController } from './scorers/scorers.controller.ts';
import { ScorersService } from './scorers/scorers.service.ts';

/** What is governed rather than traced; so far: experiments, runs, datasets, prices, forwarding, sampling and artifacts. Needs DomainEvents, a BlobStore, and the `DataSource` of PostgresModule. */
@Module({
  imports: [ArtifactsModule],
  controllers: [
    DatasetsController,
    ExperimentsController,
    ForwardingTargetsController,
    MlflowDatasetsController,
    MlflowArtifactsController,
    MlflowExperimentsController,
    MlflowMultipartController,
    MlflowScorersController,
    ModelPricesController,
    SamplingController,
    ScorersController,
    ...REGISTERED_MODEL_PARTS.controllers,
    ...RUN_PARTS.controllers,
  ],
  providers: [
    DatasetsService,
    ArtifactsService,
    ArtifactSweeper,
    ExperimentsService,
    ForwardingTargetsService,
    ModelPricesService,
    PendingEvents,
    SamplingService,
    ScorersService,
    ...REGISTERED_MODEL_PARTS.providers,
    ...RUN_PARTS.providers,
    { provide: RegistryOptions, useValue: new RegistryOptions(registryConfigSchema.parse({})) },
  ],
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
