import { Module } from '@nestjs/common';
import { ExperimentsController } from './experiments.controller.ts';
import { ExperimentsService } from './experiments.service.ts';
import { MlflowExperimentsController } from './mlflow-experiments.controller.ts';

/** Experiments and their tags. */
@Module({
  controllers: [ExperimentsController, MlflowExperimentsController],
  providers: [ExperimentsService],
})
export class ExperimentsModule {}
