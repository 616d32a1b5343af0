import { askDatabase } from '@millrace/access';
import { JobQueue, type JobKind, type JobState } from '@millrace/ports';
import { mapBounded, Recurring } from '@millrace/service-kit';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { JobsOptions } from '../jobs.config.ts';
import { FIRST_LOOK_MS, KeptJobs } from './kept-jobs.ts';

const EVERY_MS = 10_000;
const PAGE = 200;
const LOOKS_AT_ONCE = 16;
/** The queue knows jobs that ended for an hour at least: looked for less often, one that is done could seem lost. */
const LONGEST_WAIT_MS = 30 * 60_000;
/** Each time twice as long as it is old, so that a long backlog asks little. Whoever looks says so: several processes share the work. */
const TO_LOOK_FOR = `
  UPDATE kept_jobs SET look_time = $1 + least(greatest($1 - queued_time, ${FIRST_LOOK_MS}), ${LONGEST_WAIT_MS})
  WHERE job_id IN (
    SELECT job_id FROM kept_jobs WHERE look_time <= $1 ORDER BY look_time LIMIT ${PAGE} FOR UPDATE SKIP LOCKED
  ) RETURNING job_id AS id, kind, key, workspace_id AS "workspaceId", payload`;

interface KeptRow {
  readonly id: string;
  readonly kind: string;
  readonly key: string;
  readonly workspaceId: string;
  readonly payload: string;
}

type Found = KeptRow & { readonly state: JobState | 'lost' };

/** Looks for kept jobs: those that have ended, however, are forgotten; those the queue lost are queued again. */
@Injectable()
export class KeptJobSweep implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(KeptJobSweep.name);
  private readonly kinds: ReadonlyMap<string, JobKind<unknown>>;
  private readonly sweeping = new Recurring({
    everyMs: EVERY_MS,
    firstMs: EVERY_MS,
    work: () => this.sweepAndSay(),
    logger: this.logger,
    complaint: 'Jobs are not looked for yet',
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
    private readonly kept: KeptJobs,
    { config }: JobsOptions,
  ) {
    this.kinds = new Map(config.kinds.map((kind) => [kind.name, kind]));
  }

  onApplicationBootstrap(): void {
    this.sweeping.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.sweeping.stop();
  }

  /** Resolves to how many were lost. Throws Unavailable. */
  async sweep(now = Date.now()): Promise<number> {
    let lost = 0;
    for (let size = PAGE; size === PAGE && !this.sweeping.isStopped;) {
      const page = await this.look(now);
      lost += await this.bringBack(page.filter(({ state }) => state === 'lost'));
      await this.kept.forget(page.filter(({ state }) => hasEnded(state)).map(({ id }) => id));
      size = page.length;
    }
    return lost;
  }

  private async sweepAndSay(): Promise<void> {
    const lost = await this.sweep();
    if (lost > 0) this.logger.warn(`${lost} jobs that the queue had lost were queued again`);
  }

  private async look(now: number): Promise<Found[]> {
    const [rows] = await askDatabase(this.dataSource, (manager) =>
      manager.query<[KeptRow[], number]>(TO_LOOK_FOR, [now]),
    );
    return mapBounded(rows, LOOKS_AT_ONCE, async (row) => ({
      ...row,
      state: (await this.queue.find(row.id))?.state ?? 'lost',
    }));
  }

  /** Queued first: a kill before the old row is gone has it found lost once more, and its key makes it one job. */
  private async bringBack(lost: readonly KeptRow[]): Promise<number> {
    const known = lost.flatMap(({ id, workspaceId, key, payload, kind: name }) => {
      const kind = this.kinds.get(name);
      const job = kind && { kind, workspaceId, key, payload: JSON.parse(payload) as unknown };
      return job ? [{ id, job }] : [];
    });
    await this.kept.enqueue(known.map(({ job }) => job));
    await this.kept.forget(known.map(({ id }) => id));
    return known.length;
  }
}

function hasEnded(state: Found['state']): boolean {
  return state === 'done' || state === 'cancelled' || state === 'set-aside';
}
