import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase, parseExperimentId } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { JobQueue, LIFECYCLE_JOBS } from '@millrace/ports';
import { decodePageToken, encodePageToken } from '@millrace/service-kit';
import {
  insertRemoval,
  listRemovals,
  readRemoval,
  type NewRemoval,
  type Removal,
  type RemovalKind,
} from './removal.ts';

export interface RemovalQuery {
  readonly kinds: readonly RemovalKind[];
  readonly experimentId?: string | undefined;
  readonly limit: number;
  readonly pageToken?: string | undefined;
}

export interface RemovalPage {
  readonly removals: readonly Removal[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** Removals of a workspace: asked for, and what became of them. Throws Rejected for what is not there, Unavailable. */
@Injectable()
export class RemovalsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
  ) {}

  /** Kept on return; it begins by itself, at once unless the queue is down. */
  async begin(given: Omit<NewRemoval, 'id'>): Promise<Removal> {
    const id = randomUUID();
    await askDatabase(this.dataSource, (manager) => insertRemoval(manager, { ...given, id }));
    const removal = await this.get(given.workspaceId, id, given.kind);
    // A queue that is down is told later, by the clock.
    await this.queueUp([removal]).catch(() => undefined);
    return removal;
  }

  async queueUp(removals: readonly Pick<Removal, 'id' | 'workspaceId'>[]): Promise<void> {
    if (removals.length === 0) return;
    await this.queue.enqueue(
      removals.map(({ id, workspaceId }) => ({
        kind: LIFECYCLE_JOBS.removeTraces,
        workspaceId,
        payload: { removalId: id },
        key: id,
      })),
    );
  }

  async get(workspaceId: string, id: string, kind: RemovalKind): Promise<Removal> {
    const removal = isUuid(id)
      ? await askDatabase(this.dataSource, (manager) => readRemoval(manager, id))
      : undefined;
    if (removal?.workspaceId === workspaceId && removal.kind === kind) return removal;
    throw new Rejected(`No ${kind} with id '${id}' exists`, 'not-found');
  }

  async list(
    workspaceId: string,
    { kinds, experimentId, limit, pageToken }: RemovalQuery,
  ): Promise<RemovalPage> {
    const search = ['removals', workspaceId, kinds.join(), experimentId ?? ''];
    const experiment = experimentId === undefined ? undefined : parseExperimentId(experimentId);
    if (experimentId !== undefined && experiment === undefined) return { removals: [] };
    const [creationTime, id] = pageToken ? decodePageToken(pageToken, search, [0, ''] as const) : [];
    const after = creationTime !== undefined && id !== undefined ? { creationTime, id } : undefined;
    const found = await askDatabase(this.dataSource, (manager) =>
      listRemovals(manager, { workspaceId, kinds, experimentId: experiment, limit: limit + 1, after }),
    );
    const removals = found.slice(0, limit);
    const last = removals.at(-1);
    if (found.length <= limit || !last) return { removals };
    return { removals, next: encodePageToken(search, [last.creationTime, last.id]) };
  }
}

function isUuid(text: string): boolean {
  return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(text);
}
