import { Module } from '@nestjs/common';
import { MlflowGraphqlController } from './mlflow-graphql.controller.ts';

/** What MLflow's web UI asks beside REST. */
@Module({ controllers: [MlflowGraphqlController] })
export class MlflowGraphqlModule {}
