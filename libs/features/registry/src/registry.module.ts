import { Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { HealthChecks } from '@millrace/service-kit';
import { DatasetsController } from './datasets/datasets.controller.ts';
import { DatasetsService } from './datasets/datasets.service.ts';
import { MlflowDatasetsController } from './datasets/mlflow-datasets.controller.ts';
import { ExperimentsController } from './experiments/experiments.controller.ts';
import { ExperimentsService } from './experiments/experiments.service.ts';
import { MlflowExperimentsController } from './experiments/mlflow-experiments.controller.ts';
import { ForwardingTargetsController } from './forwarding/forwarding-targets.controller.ts';
import { ForwardingTargetsService } from './forwarding/forwarding-targets.service.ts';
import { ModelPricesController } from './model-prices/model-prices.controller.ts';
import { ModelPricesService } from './model-prices/model-prices.service.ts';
import { SamplingController } from './sampling/sampling.controller.ts';
import { SamplingService } from './sampling/sampling.service.ts';

/** What is governed rather than traced; so far: experiments, prices, forwarding and sampling. Needs the `DataSource` of PostgresModule. */
@Module({
  controllers: [
    DatasetsController,
    ExperimentsController,
    ForwardingTargetsController,
    MlflowDatasetsController,
    MlflowExperimentsController,
    ModelPricesController,
    SamplingController,
  ],
  providers: [
    DatasetsService,
    ExperimentsService,
    ForwardingTargetsService,
    ModelPricesService,
    SamplingService,
  ],
})
export class RegistryModule implements OnModuleInit {
  constructor(
    private readonly dataSource: DataSource,
    private readonly health: HealthChecks,
  ) {}

  onModuleInit(): void {
    this.health.register('postgres', async () => {
      await askDatabase(this.dataSource, (manager) => manager.query('SELECT 1'));
    });
  }
}
