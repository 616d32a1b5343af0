import { Rejected } from '@millrace/domain';
import { splitJobId, type SetAsideJob } from '@millrace/ports';
import type { QueuedJob } from './job-data.ts';
import { toJobStatus } from './job-status.ts';
import type { KindQueue, KindQueues } from './kind-queues.ts';
import type { RedisConnection } from './redis-connection.ts';

const PAGE = 100;

export interface SetAsidePage {
  readonly workspaceId?: string | undefined;
  readonly limit: number;
  readonly after?: string | undefined;
}

interface Place {
  readonly at: number;
  readonly id: string;
}

/** The failed jobs of every kind as one list, the newest first. Another workspace's are read over. */
export class SetAsideJobs {
  constructor(
    private readonly connection: RedisConnection,
    private readonly queues: KindQueues,
  ) {}

  async list(page: SetAsidePage): Promise<SetAsideJob[]> {
    const kinds = await this.queues.list();
    const after = page.after === undefined ? undefined : await this.placeOf(page.after);
    const all = await Promise.all(kinds.map((kind) => this.listKind(kind, page, after)));
    return all.flat().sort(byNewest).slice(0, page.limit);
  }

  private async placeOf(id: string): Promise<Place> {
    const parts = splitJobId(id);
    const at =
      parts &&
      (await this.queues.use(parts.kind, (queue) =>
        this.connection.client.zscore(queue.toKey('failed'), parts.id),
      ));
    if (at === undefined || at === null) {
      throw new Rejected(`There is no job ${id} that was set aside: begin with the first page.`, 'not-found');
    }
    return { at: Number(at), id };
  }

  private listKind(kind: string, page: SetAsidePage, after: Place | undefined): Promise<SetAsideJob[]> {
    return this.queues.use(kind, async (queue) => {
      const found: SetAsideJob[] = [];
      for (let offset = 0; found.length < page.limit; offset += PAGE) {
        const ids = await this.connection.client.zrevrangebyscore(
          queue.toKey('failed'),
          after?.at ?? '+inf',
          '-inf',
          'LIMIT',
          offset,
          PAGE,
        );
        const jobs = await Promise.all(ids.map((id) => queue.getJob(id)));
        for (const job of jobs) {
          const setAside = job && toSetAside(queue, job);
          if (setAside && isWanted(setAside, page, after)) found.push(setAside);
        }
        if (ids.length < PAGE) break;
      }
      return found;
    });
  }

  /** It keeps its key from being queued a second time. Throws Rejected if that was done meanwhile. */
  async replay(id: string): Promise<void> {
    await this.withFailed(id, async (queue, job) => {
      const { deduplicationId } = job;
      const key = deduplicationId === undefined ? undefined : queue.toKey(`de:${deduplicationId}`);
      const { client } = this.connection;
      if (key !== undefined && (await client.set(key, job.id ?? '', 'NX')) === null) {
        throw new Rejected(
          `The job ${id} is not replayed, for another with its key waits or runs: discard it, or replay it later.`,
          'already-exists',
        );
      }
      // Deaths of its workers count as attempts, and BullMQ does not forget them.
      await client.hdel(queue.toKey(job.id ?? ''), 'stc');
      await job.retry('failed', { resetAttemptsMade: true, resetAttemptsStarted: true });
    });
  }

  async discard(id: string): Promise<void> {
    await this.withFailed(id, async (_queue, job) => job.remove());
  }

  private async withFailed(
    id: string,
    work: (queue: KindQueue, job: QueuedJob) => Promise<void>,
  ): Promise<void> {
    const parts = splitJobId(id);
    const missing = new Rejected(`There is no job ${id} that was set aside.`, 'not-found');
    if (parts === undefined) throw missing;
    await this.queues.use(parts.kind, async (queue) => {
      const job = await queue.getJob(parts.id);
      if (job === undefined || (await job.getState()) !== 'failed') throw missing;
      await work(queue, job);
    });
  }
}

function toSetAside(queue: KindQueue, job: QueuedJob): SetAsideJob {
  return {
    ...toJobStatus(queue.name, job, 'failed'),
    payload: job.data.payload,
    setAsideAt: job.finishedOn ?? job.timestamp,
  };
}

function isWanted(job: SetAsideJob, page: SetAsidePage, after: Place | undefined): boolean {
  if (page.workspaceId !== undefined && job.workspaceId !== page.workspaceId) return false;
  return after === undefined || byNewest({ setAsideAt: after.at, id: after.id }, job) < 0;
}

function byNewest(
  one: Pick<SetAsideJob, 'setAsideAt' | 'id'>,
  other: Pick<SetAsideJob, 'setAsideAt' | 'id'>,
): number {
  if (one.setAsideAt !== other.setAsideAt) return other.setAsideAt - one.setAsideAt;
  if (one.id === other.id) return 0;
  return one.id < other.id ? 1 : -1;
}
