import { createHash } from 'node:crypto';
import { Rejected } from '@millrace/domain';
import {
  JobQueue,
  jobId,
  splitJobId,
  type JobCounts,
  type JobKind,
  type JobStatus,
  type JobWorker,
  type NewJob,
  type Repetition,
  type RunningJob,
  type SetAsideJob,
  type WorkOptions,
} from '@millrace/ports';
import type { Redis } from 'ioredis';
import { Cancellations } from './cancellations.ts';
import { countOfWorkspace } from './count-of-workspace.ts';
import { toBullJob, type QueuedJob } from './job-data.ts';
import { toJobStatus } from './job-status.ts';
import { KindQueues } from './kind-queues.ts';
import type { RedisConnection } from './redis-connection.ts';
import { checkRepetition, isMissed } from './repetitions.ts';
import { SetAsideJobs, type SetAsidePage } from './set-aside-jobs.ts';
import { BullmqWorker } from './working/bullmq-worker.ts';

const CHUNK = 500;
/** Of the job that makes another when a repetition fires; a few tries, for its time is soon over. */
const FIRING = {
  attempts: 5,
  backoff: { type: 'fixed', delay: 1_000 },
  removeOnComplete: true,
  removeOnFail: true,
};

/** JobQueue on Redis by BullMQ: a queue of its own for each kind. */
export class BullmqJobQueue extends JobQueue {
  private readonly workers = new Set<JobWorker>();
  private readonly queues: KindQueues;
  private readonly cancellations: Cancellations;
  private readonly setAside: SetAsideJobs;
  private workerConnection: Redis | undefined;

  constructor(private readonly connection: RedisConnection) {
    super();
    this.queues = new KindQueues(connection);
    this.cancellations = new Cancellations(connection);
    this.setAside = new SetAsideJobs(connection, this.queues);
  }

  override async enqueue(jobs: readonly NewJob[]): Promise<string[]> {
    const ids: string[] = [];
    for (const [name, entries] of Map.groupBy(jobs.entries(), ([, job]) => job.kind.name)) {
      const kind = entries[0]?.[1].kind;
      if (kind !== undefined) await this.queues.announce(kind);
      for (let at = 0; at < entries.length; at += CHUNK) {
        const chunk = entries.slice(at, at + CHUNK);
        const added = await this.queues.use(name, (queue) =>
          queue.addBulk(chunk.map(([, job]) => toBullJob(job))),
        );
        for (const [position, [index]] of chunk.entries())
          ids[index] = jobId(name, added[position]?.id ?? '');
      }
    }
    return ids;
  }

  override async repeat(job: NewJob & { readonly key: string }, repetition: Repetition): Promise<void> {
    checkRepetition(repetition);
    await this.queues.announce(job.kind);
    const { name, data } = toBullJob(job);
    await this.queues.use(name, (queue) =>
      queue.upsertJobScheduler(
        schedulerId(job.key),
        { pattern: repetition.cron.trim(), tz: repetition.timeZone },
        {
          name,
          data: { ...data, fires: { key: job.key, priority: job.priority } },
          opts: FIRING,
        },
      ),
    );
  }

  override async endRepetition(kind: JobKind<unknown>, key: string): Promise<void> {
    await this.queues.use(kind.name, (queue) => queue.removeJobScheduler(schedulerId(key)));
  }

  override async work<Payload>(
    kind: JobKind<Payload>,
    options: WorkOptions,
    handle: (job: RunningJob<Payload>) => Promise<void>,
  ): Promise<JobWorker> {
    await this.queues.announce(kind);
    this.workerConnection ??= this.connection.open();
    const worker = new BullmqWorker({
      connection: this.workerConnection,
      cancellations: this.cancellations,
      kind,
      options,
      handle,
      fire: (job) => this.fire(kind, job),
    });
    this.workers.add(worker);
    return worker;
  }

  override async find(id: string): Promise<JobStatus | undefined> {
    const parts = splitJobId(id);
    if (parts === undefined) return undefined;
    const cancelled = await this.cancellations.find(id);
    if (cancelled !== undefined) return cancelled;
    return this.queues.use(parts.kind, async (queue) => {
      // What is kept of a job and its state are read apart: it may move on between.
      for (let state = await queue.getJobState(parts.id); ;) {
        const job = await queue.getJob(parts.id);
        const then = await queue.getJobState(parts.id);
        if (then === state) return job && toJobStatus(parts.kind, job, state);
        state = then;
      }
    });
  }

  override async cancel(id: string): Promise<void> {
    const status = await this.find(id);
    if (status === undefined) throw new Rejected(`There is no job ${id}.`, 'not-found');
    if (status.state === 'cancelled') return;
    if (status.state === 'done' || status.state === 'set-aside') {
      throw new Rejected(`The job ${id} is ${status.state}: only one that waits or runs can be cancelled.`);
    }
    await this.cancellations.note(status);
    if (!(await this.removeWaiting(id))) await this.cancellations.tell(id);
  }

  override listSetAside(page: SetAsidePage): Promise<SetAsideJob[]> {
    return this.setAside.list(page);
  }

  override replay(id: string): Promise<void> {
    return this.setAside.replay(id);
  }

  override discard(id: string): Promise<void> {
    return this.setAside.discard(id);
  }

  override async count(workspaceId?: string): Promise<JobCounts[]> {
    const kinds = await this.queues.list();
    if (workspaceId === undefined) return Promise.all(kinds.map((kind) => this.countKind(kind)));
    const { client } = this.connection;
    return Promise.all(
      kinds.map((kind) =>
        this.queues.use(kind, async (queue) => ({
          kind,
          ...(await countOfWorkspace(queue, client, workspaceId)),
        })),
      ),
    );
  }

  override async checkReady(): Promise<void> {
    await this.connection.checkReady();
  }

  /** Stops what works here. Safe twice. */
  async stopWorkers(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.stop()));
    this.workers.clear();
  }

  /** Safe twice. */
  async close(): Promise<void> {
    await this.stopWorkers();
    this.cancellations.close();
    this.workerConnection?.disconnect();
    this.connection.close();
  }

  private countKind(kind: string): Promise<JobCounts> {
    return this.queues.use(kind, async (queue) => {
      const [counts, repetitions] = await Promise.all([
        queue.getJobCounts('wait', 'prioritized', 'delayed', 'active', 'failed'),
        queue.getJobSchedulersCount(),
      ]);
      const of = (state: string): number => counts[state] ?? 0;
      return {
        kind,
        waiting: of('wait') + of('prioritized'),
        // The next time of a repetition waits as a delayed job.
        delayed: Math.max(0, of('delayed') - repetitions),
        running: of('active'),
        setAside: of('failed'),
      };
    });
  }

  /** The key of what a repetition fires is taken when it fires, as that of any other job. */
  private async fire(kind: JobKind<unknown>, job: QueuedJob): Promise<void> {
    if (job.data.fires === undefined || isMissed(job)) return;
    const { workspaceId, payload, fires } = job.data;
    await this.enqueue([{ kind, workspaceId, payload, ...fires }]);
  }

  /** False for one that runs. */
  private removeWaiting(id: string): Promise<boolean> {
    const parts = splitJobId(id);
    if (parts === undefined) return Promise.resolve(false);
    return this.queues.use(parts.kind, async (queue) => {
      try {
        return (await queue.remove(parts.id)) === 1;
      } catch (error) {
        throw new Rejected(`The job ${id} belongs to a repetition: end that.`, 'invalid', { cause: error });
      }
    });
  }
}

/** BullMQ has its own meaning for colons. */
function schedulerId(key: string): string {
  return createHash('sha256').update(key).digest('hex');
}
