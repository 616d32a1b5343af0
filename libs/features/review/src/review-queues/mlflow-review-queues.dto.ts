import {
  mlflowBoolean,
  mlflowEnum,
  mlflowInteger,
  mlflowList,
  mlflowMessage,
  mlflowText,
} from '@millrace/service-kit';
import { z } from 'zod';
import type { ItemStatus, ReviewItem } from './review-item.entity.ts';
import type { ReviewQueue } from './review-queue.entity.ts';

/** Messages of mlflow/WIRE.md section 14. */
const texts = mlflowList(z.string()).default([]);
const page = { max_results: mlflowInteger.default(1000), page_token: z.string().optional() };
const queueId = { queue_id: z.string() };

export const createQueueMessage = mlflowMessage({
  experiment_id: mlflowText,
  name: z.string(),
  queue_type: mlflowEnum({ USER: 1, CUSTOM: 2 }),
  created_by: z.string().optional(),
  users: texts,
  schema_ids: texts,
});
export const userQueueMessage = mlflowMessage({ experiment_id: mlflowText, user: z.string() });
export const queueIdMessage = mlflowMessage(queueId);
export const queueNameMessage = mlflowMessage({ experiment_id: mlflowText, name: z.string() });
export const listQueuesMessage = mlflowMessage({
  experiment_id: mlflowText,
  user: z.string().optional(),
  item_id: z.string().optional(),
  ...page,
});
export const updateQueueMessage = mlflowMessage({
  ...queueId,
  update_users: mlflowBoolean.default(false),
  users: texts,
  update_schema_ids: mlflowBoolean.default(false),
  schema_ids: texts,
  name: z.string().optional(),
  new_owner: z.string().optional(),
});
export const itemIdsMessage = mlflowMessage({
  ...queueId,
  item_type: mlflowEnum({ REVIEW_ITEM_TYPE_UNSPECIFIED: 0, TRACE: 1 }).default('TRACE'),
  item_ids: texts,
});
export const listItemsMessage = mlflowMessage({
  ...queueId,
  status: mlflowEnum({ REVIEW_STATUS_UNSPECIFIED: 0, PENDING: 1, COMPLETE: 2, DECLINED: 3 }).default(
    'REVIEW_STATUS_UNSPECIFIED',
  ),
  ...page,
});
export const setStatusMessage = mlflowMessage({
  ...queueId,
  item_id: z.string(),
  status: mlflowEnum({ PENDING: 1, COMPLETE: 2, DECLINED: 3 }),
  completed_by: z.string().optional(),
});

const STATUSES = { PENDING: 'pending', COMPLETE: 'complete', DECLINED: 'declined' } as const;
const STATUS_NAMES = {
  pending: 'PENDING',
  complete: 'COMPLETE',
  declined: 'DECLINED',
} as const satisfies Readonly<Record<ItemStatus, keyof typeof STATUSES>>;

export function toItemStatus(status: keyof typeof STATUSES): ItemStatus {
  return STATUSES[status];
}

/** A queue as MLflow spells it: empty lists are left out. */
export function toMlflowQueue(queue: ReviewQueue) {
  return {
    queue_id: queue.id,
    experiment_id: String(queue.experimentId),
    name: queue.name,
    queue_type: queue.kind === 'user' ? 'USER' : 'CUSTOM',
    ...(queue.createdBy && { created_by: queue.createdBy }),
    creation_time_ms: queue.creationTime,
    last_update_time_ms: queue.lastUpdateTime,
    ...(queue.users.length > 0 && { users: queue.users }),
    ...(queue.schemaIds.length > 0 && { schema_ids: queue.schemaIds }),
  };
}

export function toMlflowItem(item: ReviewItem) {
  return {
    queue_id: item.queueId,
    item_type: 'TRACE',
    item_id: `tr-${item.traceId}`,
    status: STATUS_NAMES[item.status],
    ...(item.completedBy && { completed_by: item.completedBy }),
    ...(typeof item.completedTime === 'number' && { completed_time_ms: item.completedTime }),
    creation_time_ms: item.creationTime,
    last_update_time_ms: item.lastUpdateTime,
  };
}
