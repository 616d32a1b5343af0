import { JobQueue, outcomeOf, type JobKind, type RunningJob } from '@millrace/ports';
import { Metrics } from '@millrace/service-kit';
import { Injectable } from '@nestjs/common';

const COUNT_EVERY_MS = 30_000;
const DURATION_BUCKETS = [0.005, 0.02, 0.1, 0.5, 1, 2, 5, 10, 30, 60, 300];

/** How jobs ended here, how long they took, and how many there are. */
@Injectable()
export class JobMetrics {
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly queue: JobQueue,
    private readonly metrics: Metrics,
  ) {}

  async measure(kind: JobKind<unknown>, job: RunningJob, work: () => Promise<void>): Promise<void> {
    const started = performance.now();
    let outcome = 'done';
    try {
      await work();
    } catch (error) {
      outcome = job.stop.aborted
        ? 'stopped'
        : outcomeOf(error, { attempt: job.attempt, attempts: kind.attempts, backoffMs: kind.backoffMs }).type;
      throw error;
    } finally {
      const labels = { kind: kind.name, outcome };
      this.metrics
        .counter('jobs_total', 'Runs of jobs in this process, by how they ended', ['kind', 'outcome'])
        .inc(labels);
      this.metrics
        .histogram(
          'job_duration_seconds',
          'How long runs of jobs took',
          ['kind', 'outcome'],
          DURATION_BUCKETS,
        )
        .observe(labels, (performance.now() - started) / 1_000);
    }
  }

  /** Counts all jobs there are every now and then. */
  begin(): void {
    this.timer ??= setInterval(() => void this.count(), COUNT_EVERY_MS).unref();
  }

  end(): void {
    clearInterval(this.timer);
    this.timer = undefined;
  }

  private async count(): Promise<void> {
    const counts = await this.queue.count().catch(() => undefined);
    if (counts === undefined) return;
    const gauge = this.metrics.gauge('jobs', 'Jobs there are, over all processes', ['kind', 'state']);
    for (const { kind, waiting, delayed, running, setAside } of counts) {
      for (const [state, value] of Object.entries({ waiting, delayed, running, set_aside: setAside })) {
        gauge.set({ kind, state }, value);
      }
    }
  }
}
