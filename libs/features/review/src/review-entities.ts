import { Issue } from './issues/issue.entity.ts';
import { LabelSchema } from './label-schemas/label-schema.entity.ts';
import { ReviewItem } from './review-queues/review-item.entity.ts';
import { ReviewQueue } from './review-queues/review-queue.entity.ts';

/** Everything of this feature that lives in PostgreSQL, for the apps to hand to PostgresModule. */
export const REVIEW_ENTITIES: readonly (new () => object)[] = [Issue, LabelSchema, ReviewQueue, ReviewItem];
