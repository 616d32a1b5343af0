/** A kind of job. `Payload` is JSON; the handler checks it, for it may come from another version of us. */
export interface JobKind<Payload> {
  /** Lower-case words with hyphens; unique. */
  readonly name: string;
  /** Runs at most before a job is set aside. */
  readonly attempts: number;
  /** Wait before the second attempt; doubled for each further one, with jitter, up to an hour. */
  readonly backoffMs: number;
  /** Type only: never set. */
  readonly payload?: Payload;
}

export interface NewJob<Payload = unknown> {
  readonly kind: JobKind<Payload>;
  readonly workspaceId: string;
  readonly payload: Payload;
  /** While a job of this kind and key waits or runs no other is queued. */
  readonly key?: string | undefined;
  readonly delayMs?: number | undefined;
  /** 1 comes first, 10 last; 5 unless told. Among equals the oldest first. */
  readonly priority?: number | undefined;
}

/** A job as its handler sees it. */
export interface RunningJob<Payload = unknown> {
  readonly id: string;
  readonly workspaceId: string;
  readonly payload: Payload;
  /** 1 for the first. */
  readonly attempt: number;
  /** Aborted when the job is cancelled, when another worker took it over, and when this one stops. */
  readonly stop: AbortSignal;
  /** Told at most once a second. */
  reportProgress(done: number, total: number): Promise<void>;
}

export type JobState = 'waiting' | 'delayed' | 'running' | 'done' | 'cancelled' | 'set-aside';

/** A job as others see it. Those that are done or cancelled are known for an hour at least. */
export interface JobStatus {
  readonly id: string;
  readonly kind: string;
  readonly workspaceId: string;
  readonly state: JobState;
  readonly attempt: number;
  readonly progress: { readonly done: number; readonly total: number } | undefined;
  /** Why it failed last; kept with one that is set aside. */
  readonly reason: string | undefined;
  readonly createdAt: number;
}

/** A job that failed for good, kept until it is replayed or discarded. */
export interface SetAsideJob extends JobStatus {
  readonly payload: unknown;
  readonly setAsideAt: number;
}

/** Repeats by a cron expression of five fields, in an IANA time zone. */
export interface Repetition {
  readonly cron: string;
  readonly timeZone: string;
}

export interface WorkOptions {
  /** Jobs at once in this process. */
  readonly concurrency: number;
  /** Jobs a second over all processes; absent: no limit. */
  readonly perSecond?: number | undefined;
}

export interface JobWorker {
  /** Takes no more; resolves when those that run have ended or were given back. Safe twice. */
  stop(): Promise<void>;
}

/** Jobs of a kind by state. */
export interface JobCounts {
  readonly kind: string;
  readonly waiting: number;
  readonly delayed: number;
  readonly running: number;
  readonly setAside: number;
}

/** Thrown by a handler that can't begin yet: the job comes again after the wait, and no attempt is counted. */
export class JobPostponed extends Error {
  override readonly name = 'JobPostponed';

  constructor(readonly waitMs: number) {
    super(`not yet: again in ${waitMs} ms`);
  }
}

/**
 * Work to be done once, by any process. At least once: a job whose worker dies is run again by another within 15 seconds, and the
 * one that lost it is told by `stop`; so a handler that is repeated must change nothing. The queue may lose what it was told in
 * its last second when its server dies: what must happen is also written in PostgreSQL, and is queued again from there.
 *
 * A handler that throws Unavailable is tried again after the wait it names or the backoff, whichever is longer; Rejected sets the
 * job aside at once; JobPostponed postpones it; anything else is tried again too. After the last attempt a job is set aside with
 * its reason. Errors of the methods: Unavailable; Rejected for what can't be (an unknown id, a bad cron expression).
 */
export abstract class JobQueue {
  /** Ids in order; of the job there is where the key is taken. */
  abstract enqueue(jobs: readonly NewJob[]): Promise<string[]>;
  /** One repetition for a kind and key: said again it replaces the one before. A time that was missed is not made up for. */
  abstract repeat(job: NewJob & { readonly key: string }, repetition: Repetition): Promise<void>;
  /** No fault if there is none. */
  abstract endRepetition(kind: JobKind<unknown>, key: string): Promise<void>;
  /** One handler for a kind in a process. */
  abstract work<Payload>(
    kind: JobKind<Payload>,
    options: WorkOptions,
    handle: (job: RunningJob<Payload>) => Promise<void>,
  ): Promise<JobWorker>;

  abstract find(id: string): Promise<JobStatus | undefined>;
  /** One that waits never runs; one that runs is told to stop, and is cancelled whatever it does. */
  abstract cancel(id: string): Promise<void>;
  /** The newest first; `after` is the id of the last one of the page before, Rejected when it is there no longer. */
  abstract listSetAside(page: {
    readonly workspaceId?: string | undefined;
    readonly limit: number;
    readonly after?: string | undefined;
  }): Promise<SetAsideJob[]>;
  /** It waits again, with all its attempts. */
  abstract replay(id: string): Promise<void>;
  abstract discard(id: string): Promise<void>;
  /** Of all workspaces or of one: the latter may read every job there is, so it is for people who ask, not for timers. */
  abstract count(workspaceId?: string): Promise<JobCounts[]>;
  abstract checkReady(): Promise<void>;
}
