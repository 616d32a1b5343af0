import { setTimeout as sleep } from 'node:timers/promises';
import { Rejected } from '@millrace/domain';
import type { JobKind, JobWorker, RunningJob, WorkOptions } from '@millrace/ports';
import { Logger } from '@nestjs/common';
import type { JobWithMetadata } from 'pg-boss';
import type { BossConnection } from '../boss-connection.ts';
import {
  BEGIN_RATE,
  HOLD,
  RECOVER,
  RETURN_RATE,
  TAKE_RATE,
  TELL_PROGRESS,
  type Settlement,
} from '../queries/claim-queries.ts';
import { isOfTimeBefore } from '../repetitions.ts';
import { Claim, type JobData } from './claim.ts';
import { Settlements } from './settlements.ts';
import { Wakeup } from './wakeup.ts';

/** Finds what came due; a new job is told of at once. */
const POLL_MS = 1_000;
/**
 * While more jobs wait than there is room for, those that ended are replaced together: once a quarter of all is free, or a quarter
 * of what a job takes has passed. So a claim is of many jobs, and what they ask of databases at the same time is asked at once.
 */
const REFILL_SHARE = 4;
const LONGEST_REFILL_MS = 500;
const HOLD_EVERY_MS = 2_000;
/** A service is given 5 s to stop. */
const GRACE_MS = 3_000;
const STOPPED = 'the worker stops';

type Handle<Payload> = (job: RunningJob<Payload>) => Promise<void>;

/** Runs jobs of a kind: claims as many as there is room for, holds them, writes how they ended. */
export class PgBossWorker<Payload> implements JobWorker {
  private readonly logger = new Logger('Jobs');
  private readonly claims = new Map<string, Claim<Payload>>();
  private readonly wakeup = new Wakeup();
  private readonly settlements: Settlements;
  private readonly unhear: () => void;
  private holding: NodeJS.Timeout | undefined;
  private looping: Promise<void> | undefined;
  private stopping: Promise<void> | undefined;
  private fault: string | undefined;
  /** Until when few free places are left free. */
  private refillAt = 0;
  private meanMs = 0;

  private constructor(
    private readonly connection: BossConnection,
    private readonly kind: JobKind<Payload>,
    private readonly options: WorkOptions,
    private readonly handle: Handle<Payload>,
  ) {
    this.settlements = new Settlements(connection);
    this.unhear = connection.hear((message) => this.hear(message));
  }

  /** Throws Unavailable while PostgreSQL is away. */
  static async start<Payload>(
    connection: BossConnection,
    kind: JobKind<Payload>,
    options: WorkOptions,
    handle: Handle<Payload>,
  ): Promise<PgBossWorker<Payload>> {
    if (options.perSecond !== undefined) await connection.query(BEGIN_RATE, [kind.name]);
    const worker = new PgBossWorker(connection, kind, options, handle);
    worker.looping = worker.claimWhileRunning();
    worker.holding = setInterval(() => void worker.holdAll(), HOLD_EVERY_MS);
    return worker;
  }

  stop(): Promise<void> {
    this.stopping ??= this.drain();
    return this.stopping;
  }

  private async drain(): Promise<void> {
    this.unhear();
    this.wakeup.ring();
    for (const claim of this.claims.values()) claim.abort(STOPPED);
    const ended = this.looping?.then(() => this.untilIdle());
    await Promise.race([ended, sleep(GRACE_MS, undefined, { ref: false })]);
    const late = [...this.claims.values()].map((claim) => this.settlements.settle(claim.givenBack()));
    await Promise.race([Promise.all(late), sleep(GRACE_MS / 4, undefined, { ref: false })]);
    clearInterval(this.holding);
  }

  private async untilIdle(): Promise<void> {
    while (this.claims.size > 0) await this.wakeup.wait(POLL_MS);
  }

  private async claimWhileRunning(): Promise<void> {
    while (this.stopping === undefined) {
      const room = this.options.concurrency - this.claims.size;
      const waitMs = room > 0 ? this.untilRefill(room) || (await this.claimSome(room)) : POLL_MS;
      if (waitMs > 0 && this.stopping === undefined) await this.wakeup.wait(waitMs);
    }
  }

  private untilRefill(room: number): number {
    const isEnough = room * REFILL_SHARE >= this.options.concurrency;
    return isEnough ? 0 : Math.max(0, this.refillAt - Date.now());
  }

  /** Returns how long to wait before the next time. */
  private async claimSome(room: number): Promise<number> {
    try {
      const { granted, waitMs } = await this.takeRate(room);
      const jobs = granted > 0 ? await this.fetch(granted) : [];
      if (jobs.length < granted) await this.returnRate(granted - jobs.length);
      for (const job of jobs) this.begin(job);
      this.fault = undefined;
      const refillMs = Math.min(this.meanMs / REFILL_SHARE, LONGEST_REFILL_MS);
      this.refillAt = jobs.length === room ? Date.now() + refillMs : 0;
      if (jobs.length === room) return 0;
      return granted < room ? Math.max(1, Math.min(waitMs, POLL_MS)) : POLL_MS;
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      if (this.fault === undefined)
        this.logger.warn(`No ${this.kind.name} jobs are taken, trying on: ${reason}`);
      this.fault = reason;
      return POLL_MS;
    }
  }

  private fetch(batchSize: number): Promise<JobWithMetadata<JobData>[]> {
    return this.connection.use(async (boss) => {
      const jobs = await boss.fetch<JobData>(this.kind.name, { batchSize, includeMetadata: true });
      const early = jobs.filter((job) => isOfTimeBefore(boss, job));
      if (early.length > 0) await boss.deleteJob(this.kind.name, early);
      return jobs.filter((job) => !early.includes(job));
    });
  }

  private async takeRate(room: number): Promise<{ granted: number; waitMs: number }> {
    const { perSecond } = this.options;
    if (perSecond === undefined) return { granted: room, waitMs: 0 };
    const values = [this.kind.name, room, perSecond];
    const [row] = await this.connection.query<{ granted: number; waitMs: number }>(TAKE_RATE, values);
    return row ?? { granted: 0, waitMs: POLL_MS };
  }

  private async returnRate(unused: number): Promise<void> {
    if (this.options.perSecond === undefined) return;
    await this.connection.query(RETURN_RATE, [this.kind.name, unused, this.options.perSecond]);
  }

  private begin(job: JobWithMetadata<JobData>): void {
    const claim = new Claim(this.kind, job, async ({ id, retryCount }, progress) => {
      const values = [this.kind.name, id, retryCount, JSON.stringify(progress)];
      await this.connection.query(TELL_PROGRESS, values).catch(() => undefined);
    });
    this.claims.set(claim.fence, claim);
    if (this.stopping !== undefined) claim.abort(STOPPED);
    void this.run(claim);
  }

  private async run(claim: Claim<Payload>): Promise<void> {
    const begun = Date.now();
    const settlement = await this.settlementOf(claim);
    this.meanMs += (Date.now() - begun - this.meanMs) / 16;
    await this.settlements.settle(settlement);
    this.claims.delete(claim.fence);
    this.wakeup.ring();
    if (settlement.state === 'retry' && settlement.waitMs < POLL_MS) this.ringIn(settlement.waitMs);
  }

  /** What this worker itself put off for less than the time between two looks comes when it is due. */
  private ringIn(waitMs: number): void {
    setTimeout(() => this.wakeup.ring(), waitMs + 1).unref();
  }

  /** A handler that ended because the worker stops has not failed. */
  private async settlementOf(claim: Claim<Payload>): Promise<Settlement> {
    try {
      await this.handle(claim.running);
      return claim.completed();
    } catch (error) {
      const isInterrupted = this.stopping !== undefined && !(error instanceof Rejected);
      return isInterrupted ? claim.givenBack() : claim.failed(error);
    }
  }

  /** Keeps what runs here, learns what was lost, and gives on what silent workers held. */
  private async holdAll(): Promise<void> {
    try {
      const held = [...this.claims.values()];
      if (held.length > 0) {
        const ids = held.map(({ id }) => id);
        const fences = held.map(({ fence }) => fence);
        const rows = await this.connection.query<{ id: string }>(HOLD, [this.kind.name, ids, fences]);
        const kept = new Set(rows.map(({ id }) => id));
        for (const claim of held) if (!kept.has(claim.id)) claim.abort('the job was cancelled or taken over');
      }
      const recovered = await this.connection.query(RECOVER, [this.kind.name]);
      if (recovered.length > 0) this.wakeup.ring();
    } catch {
      // Told where jobs are taken; tried again at the next beat.
    }
  }

  private hear(message: string): void {
    const [verb, kind, id] = message.split(' ');
    if (message === '' || (verb === 'wake' && kind === this.kind.name)) this.wakeup.ring();
    if (verb !== 'cancel' || kind !== this.kind.name) return;
    for (const claim of this.claims.values()) if (claim.id === id) claim.abort('the job was cancelled');
  }
}
