export { REVIEW_ENTITIES } from './review-entities.ts';
export { ReviewModule } from './review.module.ts';
