import { Module } from '@nestjs/common';
import { AccessModule } from '@millrace/access';
import { IssuesController } from './issues/issues.controller.ts';
import { IssuesService } from './issues/issues.service.ts';
import { MlflowIssuesController } from './issues/mlflow-issues.controller.ts';
import { LabelSchemasController } from './label-schemas/label-schemas.controller.ts';
import { LabelSchemasService } from './label-schemas/label-schemas.service.ts';
import { MlflowLabelSchemasController } from './label-schemas/mlflow-label-schemas.controller.ts';
import { MlflowReviewItemsController } from './review-queues/mlflow-review-items.controller.ts';
import { MlflowReviewQueuesController } from './review-queues/mlflow-review-queues.controller.ts';
import { ReviewItemsController } from './review-queues/review-items.controller.ts';
import { ReviewItemsService } from './review-queues/review-items.service.ts';
import { ReviewQueuesController } from './review-queues/review-queues.controller.ts';
import { ReviewQueuesService } from './review-queues/review-queues.service.ts';
import { StoredTraces } from './traces/stored-traces.ts';

/** What people review, the questions they answer and the problems they find. Needs SpanLog, TraceReader, TraceAnalytics and a DataSource. */
@Module({
  imports: [AccessModule],
  controllers: [
    IssuesController,
    LabelSchemasController,
    ReviewQueuesController,
    ReviewItemsController,
    MlflowIssuesController,
    MlflowLabelSchemasController,
    MlflowReviewQueuesController,
    MlflowReviewItemsController,
  ],
  providers: [IssuesService, LabelSchemasService, ReviewQueuesService, ReviewItemsService, StoredTraces],
})
export class ReviewModule {}
