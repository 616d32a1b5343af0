import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { ArrayContains, DataSource, In, type EntityManager } from 'typeorm';
import { askDatabase, changeDatabase, ExperimentDirectory } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { activeExperiment } from '../input/active-experiment.ts';
import { LabelSchema } from '../label-schemas/label-schema.entity.ts';
import { readNewest, type Page, type PageRequest } from '../paging/page.ts';
import { lockQueue, requireQueue, requireUnlockedQuestions } from './find-queue.ts';
import {
  customName,
  normalOwner,
  normalSchemaIds,
  normalUser,
  normalUsers,
  queueParts,
} from './queue-rules.ts';
import { ReviewItemsService } from './review-items.service.ts';
import { ReviewQueue, type QueueKind } from './review-queue.entity.ts';

export interface NewQueue {
  readonly experimentId: string;
  readonly name: string;
  readonly kind: QueueKind;
  readonly users: readonly string[];
  readonly schemaIds: readonly string[];
  readonly createdBy?: string | undefined;
}

/** What is absent stays. */
export interface QueueUpdate {
  readonly name?: string | undefined;
  readonly users?: readonly string[] | undefined;
  readonly schemaIds?: readonly string[] | undefined;
  readonly owner?: string | undefined;
}

export interface QueueList extends PageRequest {
  readonly experimentId: string;
  /** Those assigned to them. */
  readonly user?: string | undefined;
  /** Those that hold it. */
  readonly traceId?: string | undefined;
}

/** Queues of traces to review. Throws Rejected for what can't be, Unavailable while a store is down. */
@Injectable()
export class ReviewQueuesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly directory: ExperimentDirectory,
    private readonly items: ReviewItemsService,
  ) {}

  async create(workspaceId: string, given: NewQueue): Promise<ReviewQueue> {
    const place = await activeExperiment(this.directory, workspaceId, given.experimentId);
    const parts = queueParts(given.kind, given);
    return changeDatabase(this.dataSource, taken(parts.name), async (manager) => {
      await requireSchemas(manager, place.experimentId, parts.schemaIds);
      const now = Date.now();
      const queue = manager.create(ReviewQueue, {
        ...place,
        id: `rq-${randomUUID().replaceAll('-', '')}`,
        name: parts.name,
        nameKey: parts.name.toLowerCase(),
        kind: given.kind,
        createdBy: given.createdBy ?? null,
        users: [...parts.users],
        schemaIds: [...parts.schemaIds],
        creationTime: now,
        lastUpdateTime: now,
      });
      await manager.insert(ReviewQueue, queue);
      return queue;
    });
  }

  /** The one queue of a user, made at the first call. */
  async getOrCreateOfUser(workspaceId: string, experimentId: string, user: string): Promise<ReviewQueue> {
    const name = normalUser(user);
    const given = { experimentId, name, kind: 'user', users: [], schemaIds: [], createdBy: name } as const;
    try {
      return await this.create(workspaceId, given);
    } catch (error) {
      if (!(error instanceof Rejected) || error.reason !== 'already-exists') throw error;
    }
    const existing = await this.getByName(workspaceId, experimentId, name);
    if (existing.kind === 'user') return existing;
    throw new Rejected(
      `A custom queue named '${name}' already exists: rename it before making the queue of this user.`,
      'already-exists',
    );
  }

  get(workspaceId: string, id: string): Promise<ReviewQueue> {
    return this.ask((manager) => requireQueue(manager, workspaceId, id));
  }

  /** Whatever the case of its letters. */
  async getByName(workspaceId: string, experimentId: string, name: string): Promise<ReviewQueue> {
    const place = await activeExperiment(this.directory, workspaceId, experimentId);
    const nameKey = name.toLowerCase();
    const found = await this.ask((manager) => manager.findOneBy(ReviewQueue, { ...place, nameKey }));
    if (found) return found;
    throw new Rejected(
      `Review queue with name '${name}' not found for experiment '${experimentId}'.`,
      'not-found',
    );
  }

  /** The newest first. */
  async list(
    workspaceId: string,
    { experimentId, user, traceId, ...page }: QueueList,
  ): Promise<Page<ReviewQueue>> {
    const place = await activeExperiment(this.directory, workspaceId, experimentId);
    const assigned = user === undefined ? {} : { users: ArrayContains([normalUser(user)]) };
    return this.ask((manager) => {
      const query = manager.createQueryBuilder(ReviewQueue, 'queue').where({ ...place, ...assigned });
      if (traceId !== undefined) {
        query.andWhere(
          'EXISTS (SELECT 1 FROM review_items item WHERE item.queue_id = queue.id AND item.trace_id = :traceId)',
          { traceId },
        );
      }
      const search = ['review-queues', place.experimentId, user ?? '', traceId ?? ''];
      return readNewest(query, page, { search, id: 'id' });
    });
  }

  /** The questions stay as they are while the queue has items. */
  async update(workspaceId: string, id: string, update: QueueUpdate): Promise<ReviewQueue> {
    if (update.schemaIds) await this.items.forgetDeleted(workspaceId, id);
    return changeDatabase(this.dataSource, taken(update.name ?? ''), async (manager) => {
      const queue = await lockQueue(manager, workspaceId, id);
      if (queue.kind === 'user') {
        throw new Rejected("A user queue's name, user, schemas and owner are fixed and cannot be updated.");
      }
      const name = update.name === undefined ? queue.name : customName(update.name);
      const schemaIds = update.schemaIds ? normalSchemaIds(update.schemaIds) : queue.schemaIds;
      if (update.schemaIds) {
        await requireUnlockedQuestions(manager, id);
        await requireSchemas(manager, queue.experimentId, schemaIds);
      }
      const hasChanged = Object.values(update).some((value) => value !== undefined);
      return manager.save(ReviewQueue, {
        ...queue,
        name,
        nameKey: name.toLowerCase(),
        users: update.users ? normalUsers(update.users) : queue.users,
        schemaIds,
        createdBy: update.owner === undefined ? (queue.createdBy ?? null) : normalOwner(update.owner),
        lastUpdateTime: hasChanged ? Date.now() : queue.lastUpdateTime,
      });
    });
  }

  /** With its items; assessments of its traces stay. No fault if there is none. */
  async delete(workspaceId: string, id: string): Promise<void> {
    await this.ask((manager) => manager.delete(ReviewQueue, { id, workspaceId }));
  }

  private ask<Result>(work: (manager: EntityManager) => Promise<Result>): Promise<Result> {
    return askDatabase(this.dataSource, work);
  }
}

async function requireSchemas(
  manager: EntityManager,
  experimentId: number,
  ids: readonly string[],
): Promise<void> {
  if (ids.length === 0) return;
  const found = await manager.findBy(LabelSchema, { experimentId, id: In([...ids]) });
  const known = new Set(found.map(({ id }) => id));
  const missing = ids.filter((id) => !known.has(id));
  if (missing.length === 0) return;
  throw new Rejected(`Label schemas '${missing.join("', '")}' not found for experiment '${experimentId}'.`);
}

function taken(name: string): string {
  return `Review queue with name '${name}' already exists (names are case-insensitive).`;
}
