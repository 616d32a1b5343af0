import { Module, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { HealthChecks } from '@millrace/service-kit';
import { ExperimentsController } from './experiments/experiments.controller.ts';
import { ExperimentsService } from './experiments/experiments.service.ts';
import { MlflowExperimentsController } from './experiments/mlflow-experiments.controller.ts';
import { ModelPricesController } from './model-prices/model-prices.controller.ts';
import { ModelPricesService } from './model-prices/model-prices.service.ts';

/** What is governed rather than traced; so far: experiments and prices. Needs the `DataSource` of PostgresModule. */
@Module({
  controllers: [ExperimentsController, MlflowExperimentsController, ModelPricesController],
  providers: [ExperimentsService, ModelPricesService],
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
