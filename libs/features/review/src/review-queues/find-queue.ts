import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import { ReviewItem } from './review-item.entity.ts';
import { ReviewQueue } from './review-queue.entity.ts';

/** Throws Rejected('not-found'). */
export async function requireQueue(
  manager: EntityManager,
  workspaceId: string,
  id: string,
): Promise<ReviewQueue> {
  return (await manager.findOneBy(ReviewQueue, { id, workspaceId })) ?? Promise.reject(unknownQueue(id));
}

/** Held until the end of the transaction, so that no item comes in while the questions change. Throws Rejected('not-found'). */
export async function lockQueue(
  manager: EntityManager,
  workspaceId: string,
  id: string,
): Promise<ReviewQueue> {
  const lock = { mode: 'pessimistic_write' } as const;
  const found = await manager.findOne(ReviewQueue, { where: { id, workspaceId }, lock });
  return found ?? Promise.reject(unknownQueue(id));
}

/** Reviewers answer the same questions about every item. Throws Rejected. */
export async function requireUnlockedQuestions(manager: EntityManager, queueId: string): Promise<void> {
  if (!(await manager.existsBy(ReviewItem, { queueId }))) return;
  throw new Rejected(
    "A review queue's questions are locked once items are assigned to it. Remove the items before changing its questions.",
  );
}

function unknownQueue(id: string): Rejected {
  return new Rejected(`Review queue with id '${id}' not found.`, 'not-found');
}
