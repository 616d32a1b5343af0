import { Module } from '@nestjs/common';
import { ModelAccessModule } from '@millrace/model-access';
import { MlflowScorersController } from './mlflow-scorers.controller.ts';
import { OnlineUse } from './online-use.ts';
import { ScorersController } from './scorers.controller.ts';
import { ScorersService } from './scorers.service.ts';

/** Scorers, their versions, and which of them judge new traces. */
@Module({
  imports: [ModelAccessModule],
  controllers: [MlflowScorersController, ScorersController],
  providers: [OnlineUse, ScorersService],
})
export class ScorersModule {}
