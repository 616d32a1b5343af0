import { Rejected } from '@millrace/domain';
import { JobPostponed, JobQueue, type JobKind, type RunningJob, type WorkOptions } from '@millrace/ports';
import { BackgroundSubscription, StartError } from '@millrace/service-kit';
import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import type { z } from 'zod';
import { JobMetrics } from './job-metrics.ts';
import { JobsOptions } from './jobs.config.ts';
import { WorkspaceSlots } from './slots/workspace-slots.ts';

export interface HandlerOptions<Payload> extends WorkOptions {
  /** A job that carries anything else is set aside at once. Keys it does not name are dropped: a later version of us may add some. */
  readonly payload: z.ZodType<Payload>;
  /** False for short jobs that keep others going: they run however many of their workspace do. */
  readonly countsForWorkspace?: boolean;
}

interface Handler {
  readonly kind: JobKind<unknown>;
  readonly options: HandlerOptions<unknown>;
  readonly handle: (job: RunningJob) => Promise<void>;
}

/**
 * Where features say who handles which jobs: before the application bootstraps, best in `onModuleInit`. They run from its bootstrap
 * to its shutdown, and begin by themselves once the queue is reached. No more jobs of a workspace run at once, over all processes,
 * than the configuration allows: the others come again.
 */
@Injectable()
export class JobHandlers implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(JobHandlers.name);
  private readonly handlers = new Map<string, Handler>();
  private subscriptions: BackgroundSubscription[] = [];

  constructor(
    private readonly queue: JobQueue,
    private readonly slots: WorkspaceSlots,
    private readonly metrics: JobMetrics,
    private readonly options: JobsOptions,
  ) {}

  /** One handler for a kind: throws StartError for a second one. */
  on<Payload>(
    kind: JobKind<Payload>,
    options: HandlerOptions<Payload>,
    handle: (job: RunningJob<Payload>) => Promise<void>,
  ): void {
    if (this.handlers.has(kind.name)) throw new StartError(`Two handlers for ${kind.name} jobs.`);
    // What it is handed has passed the schema of this payload.
    const untyped = handle as (job: RunningJob) => Promise<void>;
    this.handlers.set(kind.name, { kind, options, handle: untyped });
  }

  /** Throws StartError when a kind that this process is to run has no handler. */
  onApplicationBootstrap(): void {
    const missing = this.options.config.kinds.filter(({ name }) => !this.handlers.has(name));
    if (missing.length > 0) {
      throw new StartError(`No handler for ${missing.map(({ name }) => name).join(', ')} jobs.`);
    }
    this.subscriptions = [...this.handlers.values()].map((handler) => this.subscribe(handler));
    if (this.handlers.size > 0) this.metrics.begin();
  }

  async beforeApplicationShutdown(): Promise<void> {
    this.metrics.end();
    await Promise.all(this.subscriptions.map((subscription) => subscription.stop()));
    await this.slots.close();
  }

  private subscribe(handler: Handler): BackgroundSubscription {
    let isTold = false;
    return new BackgroundSubscription(
      () => this.queue.work(handler.kind, handler.options, (job) => this.run(handler, job)),
      (reason) => {
        if (!isTold) this.logger.warn(`No ${handler.kind.name} jobs are taken yet, trying on: ${reason}`);
        isTold = true;
      },
    );
  }

  private run(handler: Handler, job: RunningJob): Promise<void> {
    const isCounted = handler.options.countsForWorkspace ?? true;
    return this.metrics.measure(handler.kind, job, () => {
      const fitting = { ...job, payload: fit(handler, job.payload) };
      return isCounted ? this.runInSlot(handler, fitting) : handler.handle(fitting);
    });
  }

  private async runInSlot({ handle }: Handler, job: RunningJob): Promise<void> {
    const slot = await this.slots.take(job.workspaceId);
    if (!slot.isTaken) throw new JobPostponed(slot.waitMs);
    try {
      await handle(job);
    } finally {
      slot.release();
    }
  }
}

function fit({ kind, options }: Handler, payload: unknown): unknown {
  const result = options.payload.safeParse(payload);
  if (result.success) return result.data;
  const faults = result.error.issues.map(
    ({ path, message }) => `${path.map(String).join('.') || 'payload'}: ${message}`,
  );
  throw new Rejected(
    `The payload does not fit ${kind.name} jobs: ${faults.join('; ')}. Discard the job; if another version of Millrace ` +
      'queued it, replay it once that version runs again.',
  );
}
