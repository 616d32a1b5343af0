import { Module } from '@nestjs/common';
import { DatasetsController } from './datasets.controller.ts';
import { DatasetsService } from './datasets.service.ts';
import { MlflowDatasetsController } from './mlflow-datasets.controller.ts';

/** What applications are evaluated on. */
@Module({ controllers: [DatasetsController, MlflowDatasetsController], providers: [DatasetsService] })
export class DatasetsModule {}
