import { setTimeout as sleep } from 'node:timers/promises';
import { Rejected } from '@millrace/domain';
import {
  jobId,
  outcomeOf,
  type JobKind,
  type JobWorker,
  type RunningJob,
  type WorkOptions,
} from '@millrace/ports';
import { DelayedError, UnrecoverableError, WaitingError, Worker } from 'bullmq';
import type { Redis } from 'ioredis';
import type { Cancellations } from '../cancellations.ts';
import { attemptOf, type JobData, type QueuedJob } from '../job-data.ts';
import { PREFIX } from '../kind-queues.ts';
import { ProgressReport } from './progress-report.ts';
import { RetryLater } from './retry-later.ts';

/** A worker that does not renew for so long has lost its job; it is found by the second check after that at the latest. */
const LOCK_MS = 6_000;
const STALLED_CHECK_MS = 2_000;
const RECONNECT_MS = 1_000;
/** A service is given 5 s to stop. */
const GRACE_MS = 3_000;
/** Deaths of workers count as attempts in `attemptOf`; BullMQ's own bound must not come first. */
const NO_LIMIT = 1_000_000;

export interface WorkerParts<Payload> {
  readonly connection: Redis;
  readonly cancellations: Cancellations;
  readonly kind: JobKind<Payload>;
  readonly options: WorkOptions;
  readonly handle: (job: RunningJob<Payload>) => Promise<void>;
  /** What a repetition does when its time has come. */
  readonly fire: (job: QueuedJob) => Promise<void>;
}

/** Runs jobs of a kind by BullMQ's Worker, with the outcomes of our port. */
export class BullmqWorker<Payload> implements JobWorker {
  private readonly worker: Worker<JobData, unknown>;
  private readonly running = new Map<QueuedJob, string>();
  private readonly unhear: () => void;
  private stopping: Promise<void> | undefined;

  constructor(private readonly parts: WorkerParts<Payload>) {
    const { kind, options, connection } = parts;
    this.worker = new Worker<JobData, unknown>(
      kind.name,
      // BullMQ gives a signal to functions of three parameters without defaults only.
      (job, token, signal) => this.process(job, token ?? '', signal ?? AbortSignal.any([])),
      {
        connection,
        prefix: PREFIX,
        concurrency: options.concurrency,
        ...(options.perSecond !== undefined && { limiter: limiterOf(options.perSecond) }),
        lockDuration: LOCK_MS,
        lockRenewTime: LOCK_MS / 3,
        stalledInterval: STALLED_CHECK_MS,
        maxStalledCount: NO_LIMIT,
        runRetryDelay: RECONNECT_MS,
        settings: {
          backoffStrategy: (_made, _type, error) => (error instanceof RetryLater ? error.waitMs : 0),
        },
      },
    );
    // The connection tells its faults itself; a lock that was lost is told to the handler below.
    this.worker.on('error', () => undefined);
    this.worker.on('lockRenewalFailed', (ids) => {
      for (const id of ids) this.worker.cancelJob(id, 'the job was taken over');
    });
    this.unhear = parts.cancellations.hear((id) => {
      for (const job of this.running.keys()) {
        if (job.id !== undefined && jobId(kind.name, job.id) === id)
          this.worker.cancelJob(job.id, 'cancelled');
      }
    });
  }

  stop(): Promise<void> {
    this.stopping ??= this.drain();
    return this.stopping;
  }

  private async drain(): Promise<void> {
    this.unhear();
    const closing = this.worker.close().catch(() => undefined);
    this.worker.cancelAllJobs('the worker stops');
    const wasLate = await Promise.race([closing.then(() => false), sleep(GRACE_MS, true, { ref: false })]);
    if (!wasLate) return;
    const back = [...this.running].map(([job, token]) => job.moveToWait(token).catch(() => undefined));
    await Promise.race([Promise.all(back), sleep(GRACE_MS / 4, undefined, { ref: false })]);
    await Promise.race([this.worker.close(true).catch(() => undefined), sleep(GRACE_MS / 4)]);
  }

  private async process(job: QueuedJob, token: string, signal: AbortSignal): Promise<void> {
    if (job.data.fires !== undefined) return this.parts.fire(job);
    const attempt = attemptOf(job) + 1;
    if (attempt > job.data.attempts)
      throw new UnrecoverableError('Its worker ended or froze in the middle of it.');
    if (job.stalledCounter > 0 && (await this.isCancelled(job))) return;
    this.running.set(job, token);
    const progress = new ProgressReport((told) => job.updateProgress(told));
    try {
      await this.parts.handle(this.toRunning(job, { attempt, signal, progress }));
      await progress.finish();
    } catch (error) {
      await progress.finish();
      await this.fail(job, token, { attempt, error });
    } finally {
      this.running.delete(job);
    }
  }

  /** Throws what BullMQ is to do. A handler that ended because the worker stops has not failed. */
  private async fail(job: QueuedJob, token: string, run: { attempt: number; error: unknown }): Promise<void> {
    if (await this.isCancelled(job)) return;
    if (this.stopping !== undefined && !(run.error instanceof Rejected)) {
      await job.moveToWait(token);
      throw new WaitingError();
    }
    const { attempts, backoffMs } = job.data;
    const outcome = outcomeOf(run.error, { attempt: run.attempt, attempts, backoffMs });
    if (outcome.type === 'set-aside') throw new UnrecoverableError(outcome.reason);
    if (outcome.type === 'again') throw new RetryLater(outcome.waitMs, outcome.reason);
    await job.moveToDelayed(Date.now() + outcome.waitMs, token);
    throw new DelayedError();
  }

  private async isCancelled(job: QueuedJob): Promise<boolean> {
    const id = jobId(this.parts.kind.name, job.id ?? '');
    return (await this.parts.cancellations.find(id)) !== undefined;
  }

  private toRunning(
    job: QueuedJob,
    run: { attempt: number; signal: AbortSignal; progress: ProgressReport },
  ): RunningJob<Payload> {
    return {
      id: jobId(this.parts.kind.name, job.id ?? ''),
      workspaceId: job.data.workspaceId,
      // The handler checks it: it may come from another version of us.
      payload: job.data.payload as Payload,
      attempt: run.attempt,
      stop: run.signal,
      reportProgress: (done, total) => run.progress.tell({ done, total }),
    };
  }
}

/** BullMQ counts jobs in windows: of a second, or of the time of one job if that is longer. */
function limiterOf(perSecond: number) {
  if (perSecond < 1) return { max: 1, duration: Math.ceil(1_000 / perSecond) };
  return { max: Math.floor(perSecond), duration: Math.round((Math.floor(perSecond) / perSecond) * 1_000) };
}
