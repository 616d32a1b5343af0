import { Injectable } from '@nestjs/common';
import { DataSource, In, type EntityManager } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { parseTraceId, Rejected } from '@millrace/domain';
import { readNewest, type Page, type PageRequest } from '../paging/page.ts';
import { StoredTraces } from '../traces/stored-traces.ts';
import { lockQueue, requireQueue } from './find-queue.ts';
import { normalUser } from './queue-rules.ts';
import { ReviewItem, type ItemStatus } from './review-item.entity.ts';

export interface ItemList extends PageRequest {
  readonly status?: ItemStatus | undefined;
}

export interface ItemVerdict {
  readonly status: ItemStatus;
  /** Who did it; only of a verdict. */
  readonly completedBy?: string | undefined;
}

const MOST_ITEMS = 1000;
const CHUNK = 500;

/** The traces in review queues. Throws Rejected for what can't be, Unavailable while a store is down. */
@Injectable()
export class ReviewItemsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly traces: StoredTraces,
  ) {}

  /** All or none; one that is there already stays as it is. In the order given. */
  async add(workspaceId: string, queueId: string, itemIds: readonly string[]): Promise<ReviewItem[]> {
    const traceIds = requireTraceIds(itemIds);
    const { experimentId } = await this.ask((manager) => requireQueue(manager, workspaceId, queueId));
    const found = await this.traces.find(workspaceId, traceIds);
    const missing = traceIds.filter((id) => found.get(id)?.experimentId !== experimentId);
    if (missing.length > 0) {
      throw new Rejected(
        `Cannot attach traces 'tr-${missing.join("', 'tr-")}' to review queue '${queueId}': they do not exist in experiment '${experimentId}'.`,
        'not-found',
      );
    }
    return this.change(async (manager) => {
      await lockQueue(manager, workspaceId, queueId);
      const now = Date.now();
      const items = traceIds.map((traceId) => ({
        queueId,
        traceId,
        status: 'pending' as const,
        creationTime: now,
        lastUpdateTime: now,
      }));
      await manager.createQueryBuilder().insert().into(ReviewItem).values(items).orIgnore().execute();
      const rows = await manager.findBy(ReviewItem, { queueId, traceId: In(traceIds) });
      const byTrace = new Map(rows.map((row) => [row.traceId, row]));
      return traceIds.map((id) => byTrace.get(id)).filter((row) => row !== undefined);
    });
  }

  /** No fault if they are not there. */
  async remove(workspaceId: string, queueId: string, itemIds: readonly string[]): Promise<void> {
    const traceIds = requireTraceIds(itemIds);
    await this.change(async (manager) => {
      await lockQueue(manager, workspaceId, queueId);
      await manager.delete(ReviewItem, { queueId, traceId: In(traceIds) });
    });
  }

  /** The newest first. Traces deleted since are not among them. */
  async list(workspaceId: string, queueId: string, { status, ...page }: ItemList): Promise<Page<ReviewItem>> {
    await this.ask((manager) => requireQueue(manager, workspaceId, queueId));
    for (;;) {
      const found = await this.ask((manager) =>
        readNewest(
          manager.createQueryBuilder(ReviewItem, 'item').where({ queueId, ...(status && { status }) }),
          page,
          { search: ['review-items', queueId, status ?? ''], id: 'traceId' },
        ),
      );
      if ((await this.forget(workspaceId, queueId, found.rows)) === 0) return found;
    }
  }

  /** A verdict given before stays with whoever gave it; a new one replaces it. */
  async setStatus(
    workspaceId: string,
    queueId: string,
    itemId: string,
    verdict: ItemVerdict,
  ): Promise<ReviewItem> {
    const completedBy = checkVerdict(verdict);
    const traceId = parseTraceId(itemId.trim()) ?? '';
    return this.change(async (manager) => {
      await lockQueue(manager, workspaceId, queueId);
      const item = await manager.findOneBy(ReviewItem, { queueId, traceId });
      if (!item) {
        throw new Rejected(`Item '${itemId}' is not attached to review queue '${queueId}'.`, 'not-found');
      }
      if (item.status === verdict.status) return item;
      const now = Date.now();
      const isOpen = verdict.status === 'pending';
      return manager.save(ReviewItem, {
        ...item,
        status: verdict.status,
        completedBy: isOpen ? null : (completedBy ?? null),
        completedTime: isOpen ? null : now,
        lastUpdateTime: now,
      });
    });
  }

  /** Removes items whose traces were deleted, so that they hold nothing up. */
  async forgetDeleted(workspaceId: string, queueId: string): Promise<void> {
    let after = '';
    for (;;) {
      const rows = await this.ask((manager) =>
        manager
          .createQueryBuilder(ReviewItem, 'item')
          .where({ queueId })
          .andWhere('item.traceId > :after', { after })
          .orderBy('item.traceId')
          .take(CHUNK)
          .getMany(),
      );
      const forgotten = await this.forget(workspaceId, queueId, rows);
      const last = rows.at(-1);
      // One that stays answers the question; a chunk of deleted ones does not.
      if (!last || forgotten < rows.length) return;
      after = last.traceId;
    }
  }

  /** Returns how many of the items it removed. */
  private async forget(workspaceId: string, queueId: string, items: readonly ReviewItem[]): Promise<number> {
    if (items.length === 0) return 0;
    const stored = await this.traces.find(
      workspaceId,
      items.map(({ traceId }) => traceId),
    );
    const gone = items.filter(({ traceId }) => !stored.has(traceId)).map(({ traceId }) => traceId);
    if (gone.length > 0) {
      await this.ask((manager) => manager.delete(ReviewItem, { queueId, traceId: In(gone) }));
    }
    return gone.length;
  }

  private ask<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return askDatabase(this.dataSource, work);
  }

  private change<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return this.ask((manager) => manager.transaction(work));
  }
}

/** Each once, in the order given. */
function requireTraceIds(itemIds: readonly string[]): string[] {
  if (itemIds.length === 0 || itemIds.length > MOST_ITEMS) {
    throw new Rejected(`'item_ids' holds 1 to ${MOST_ITEMS} ids, not ${itemIds.length}.`);
  }
  const wrong = itemIds.find((id) => parseTraceId(id.trim()) === undefined);
  if (wrong !== undefined) throw new Rejected(`Trace with ID '${wrong}' not found.`, 'not-found');
  return [...new Set(itemIds.map((id) => parseTraceId(id.trim()) ?? ''))];
}

function checkVerdict({ status, completedBy }: ItemVerdict): string | undefined {
  if (status !== 'pending') {
    if (completedBy === undefined || completedBy.trim() === '') {
      throw new Rejected(`'completed_by' is required when setting the status to '${status}'.`);
    }
    return normalUser(completedBy);
  }
  if (completedBy === undefined || completedBy === '') return undefined;
  throw new Rejected("'completed_by' must not be set when reopening an item to 'pending'.");
}
