import { jobId, outcomeOf, type JobKind, type RunningJob } from '@millrace/ports';
import type { JobWithMetadata } from 'pg-boss';
import type { Settlement } from '../queries/claim-queries.ts';

const PROGRESS_EVERY_MS = 1_000;

/** What `data` of a job holds. */
export interface JobData {
  readonly workspaceId: string;
  readonly attempts: number;
  readonly backoffMs: number;
  readonly payload: unknown;
  /** Of a job that a repetition fired: by what, and since when. */
  readonly repeated?: { readonly cron: string; readonly timeZone: string; readonly since: number };
}

interface Progress {
  readonly done: number;
  readonly total: number;
}

/** A job this process runs, until it has ended or is lost. */
export class Claim<Payload> {
  readonly id: string;
  readonly retryCount: number;
  readonly attempt: number;
  /** Tells this claim from others of the same job. */
  readonly fence: string;
  private readonly stopping = new AbortController();
  private progress: Progress | undefined;
  private toldAt = 0;

  constructor(
    private readonly kind: JobKind<Payload>,
    private readonly job: JobWithMetadata<JobData>,
    private readonly tellProgress: (claim: Claim<Payload>, progress: Progress) => Promise<void>,
  ) {
    this.id = job.id;
    this.retryCount = job.retryCount;
    this.fence = `${job.id}:${job.retryCount}`;
    this.attempt = job.data.attempts - (job.retryLimit - job.retryCount);
  }

  get running(): RunningJob<Payload> {
    return {
      id: jobId(this.kind.name, this.id),
      workspaceId: this.job.data.workspaceId,
      // The handler checks it: it may come from another version of us.
      payload: this.job.data.payload as Payload,
      attempt: this.attempt,
      stop: this.stopping.signal,
      reportProgress: (done, total) => this.report({ done, total }),
    };
  }

  abort(reason: string): void {
    this.stopping.abort(new Error(reason));
  }

  completed(): Settlement {
    return this.settlement({ state: 'completed', waitMs: 0, isSpared: false });
  }

  /** Waits again, this run not counted. */
  givenBack(waitMs = 0): Settlement {
    return this.settlement({ state: 'retry', waitMs, isSpared: true });
  }

  failed(error: unknown): Settlement {
    const { attempts, backoffMs } = this.job.data;
    const outcome = outcomeOf(error, { attempt: this.attempt, attempts, backoffMs });
    if (outcome.type === 'postponed') return this.givenBack(outcome.waitMs);
    const state = outcome.type === 'again' ? 'retry' : 'failed';
    const waitMs = outcome.type === 'again' ? outcome.waitMs : 0;
    return this.settlement({ state, waitMs, isSpared: false }, outcome.reason);
  }

  private settlement(what: Pick<Settlement, 'state' | 'waitMs' | 'isSpared'>, reason?: string): Settlement {
    const output = {
      ...(reason !== undefined && { reason }),
      ...(this.progress !== undefined && { progress: this.progress }),
    };
    return { kind: this.kind.name, id: this.id, claim: this.retryCount, ...what, output };
  }

  /** The last one told is written with the end at the latest. */
  private async report(progress: Progress): Promise<void> {
    this.progress = progress;
    if (Date.now() - this.toldAt < PROGRESS_EVERY_MS) return;
    this.toldAt = Date.now();
    await this.tellProgress(this, progress);
  }
}
