import { Module } from '@nestjs/common';
import { MlflowScorersController } from './mlflow-scorers.controller.ts';
import { ScorersController } from './scorers.controller.ts';
import { ScorersService } from './scorers.service.ts';

/** Scorers, their versions, and which of them judge new traces. */
@Module({ controllers: [MlflowScorersController, ScorersController], providers: [ScorersService] })
export class ScorersModule {}
