import { randomUUID } from 'node:crypto';
import { Rejected } from '@millrace/domain';
import {
  JobQueue,
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
import type { BossConnection } from './boss-connection.ts';
import { checkRepetition, scheduleKey } from './repetitions.ts';
import { CANCEL, COUNT, DISCARD, FIND, LIST_SET_ASIDE, REPLAY } from './queries/job-queries.ts';
import { toJobStatus, toSetAsideJob, type JobRow, type SetAsideRow } from './queries/job-rows.ts';
import { JobInserter, queueOptions, toInsert } from './job-inserter.ts';
import { PgBossWorker } from './working/pg-boss-worker.ts';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/**
 * JobQueue on PostgreSQL: pg-boss keeps the jobs, their order and the schedules; claims are held, given on and ended by statements
 * of ours on its table, which its version is pinned for.
 */
export class PgBossJobQueue extends JobQueue {
  private readonly workers = new Set<JobWorker>();
  private readonly inserter: JobInserter;

  constructor(private readonly connection: BossConnection) {
    super();
    this.inserter = new JobInserter(connection);
  }

  override enqueue(jobs: readonly NewJob[]): Promise<string[]> {
    return this.inserter.insert(jobs);
  }

  override async repeat(job: NewJob & { readonly key: string }, repetition: Repetition): Promise<void> {
    await this.inserter.prepare(job.kind);
    await this.connection.use(async (boss) => {
      checkRepetition(boss, repetition);
      const { data, id: _, ...options } = toInsert(job, randomUUID());
      const repeated = { ...repetition, cron: repetition.cron.trim(), since: Date.now() };
      await boss.schedule(
        job.kind.name,
        repeated.cron,
        { ...data, repeated },
        {
          ...queueOptions(),
          ...options,
          tz: repetition.timeZone,
          key: scheduleKey(job.key),
        },
      );
    });
  }

  override async endRepetition(kind: JobKind<unknown>, key: string): Promise<void> {
    await this.connection.use((boss) => boss.unschedule(kind.name, scheduleKey(key)));
  }

  override async work<Payload>(
    kind: JobKind<Payload>,
    options: WorkOptions,
    handle: (job: RunningJob<Payload>) => Promise<void>,
  ): Promise<JobWorker> {
    await this.inserter.prepare(kind);
    const worker = await PgBossWorker.start(this.connection, kind, options, handle);
    this.workers.add(worker);
    return worker;
  }

  override async find(id: string): Promise<JobStatus | undefined> {
    const parts = partsOf(id);
    if (parts === undefined) return undefined;
    const [row] = await this.connection.query<JobRow>(FIND, parts);
    return row && toJobStatus(row);
  }

  override async cancel(id: string): Promise<void> {
    const parts = this.partsOfKnown(id);
    const cancelled = await this.connection.query(CANCEL, parts);
    if (cancelled.length > 0) return this.connection.tell(`cancel ${parts.join(' ')}`);
    const job = await this.find(id);
    if (job === undefined) throw unknownJob(id);
    if (job.state === 'cancelled') return;
    throw new Rejected(`The job ${id} is ${job.state}: only one that waits or runs can be cancelled.`);
  }

  override async listSetAside(page: {
    readonly workspaceId?: string | undefined;
    readonly limit: number;
    readonly after?: string | undefined;
  }): Promise<SetAsideJob[]> {
    const after = page.after === undefined ? undefined : this.partsOfKnown(page.after);
    const values = [page.workspaceId ?? null, page.limit, after?.[0] ?? null, after?.[1] ?? null];
    const rows = await this.connection.query<SetAsideRow>(LIST_SET_ASIDE, values);
    if (rows.length === 0 && page.after !== undefined) {
      const last = await this.find(page.after);
      if (last?.state !== 'set-aside') throw notSetAside(page.after);
    }
    return rows.map(toSetAsideJob);
  }

  override async replay(id: string): Promise<void> {
    const parts = this.partsOfKnown(id);
    const replayed = await this.connection.query(REPLAY, parts).catch((error: unknown) => {
      throw Reflect.get(Object(error), 'code') === '23505' ? takenKey(id, error) : error;
    });
    if (replayed.length === 0) throw notSetAside(id);
    await this.connection.tell(`wake ${parts[0]}`);
  }

  override async discard(id: string): Promise<void> {
    const discarded = await this.connection.query(DISCARD, this.partsOfKnown(id));
    if (discarded.length === 0) throw notSetAside(id);
  }

  override count(workspaceId?: string): Promise<JobCounts[]> {
    return this.connection.query<JobCounts>(COUNT, [workspaceId ?? null]);
  }

  override async checkReady(): Promise<void> {
    await this.connection.query('SELECT 1');
  }

  /** Stops what works here. Safe twice. */
  async stopWorkers(): Promise<void> {
    await Promise.all([...this.workers].map((worker) => worker.stop()));
    this.workers.clear();
  }

  /** Safe twice. */
  async close(): Promise<void> {
    await this.stopWorkers();
    await this.connection.close();
  }

  private partsOfKnown(id: string): [string, string] {
    const parts = partsOf(id);
    if (parts === undefined) throw unknownJob(id);
    return parts;
  }
}

function partsOf(id: string): [string, string] | undefined {
  const parts = splitJobId(id);
  return parts && UUID.test(parts.id) ? [parts.kind, parts.id] : undefined;
}

function unknownJob(id: string): Rejected {
  return new Rejected(`There is no job ${id}.`, 'not-found');
}

function notSetAside(id: string): Rejected {
  return new Rejected(`There is no job ${id} that was set aside.`, 'not-found');
}

function takenKey(id: string, cause: unknown): Rejected {
  const message = `The job ${id} is not replayed, for another with its key waits or runs: discard it, or replay it later.`;
  return new Rejected(message, 'already-exists', { cause });
}
