import { Unavailable } from '@millrace/domain';
import type { Logger } from '@nestjs/common';
import { waitBriefly } from './wait-briefly.ts';

export interface RecurringOptions {
  /** From the end of one time to the beginning of the next, in milliseconds. */
  readonly everyMs: number;
  /** Until the first time; 0 unless set. */
  readonly firstMs?: number;
  readonly work: () => Promise<void>;
  readonly logger: Logger;
  /** What is told when the work fails: a sentence without its end, such as "Schedules can't fire". */
  readonly complaint: string;
}

/** Does work again and again, never twice at a time, until it is stopped. A failure is told, and the next time comes all the same. */
export class Recurring {
  private timer: NodeJS.Timeout | undefined;
  private running: Promise<void> | undefined;
  private hasStopped = false;

  constructor(private readonly options: RecurringOptions) {}

  /** Work that takes long looks at it and ends early. */
  get isStopped(): boolean {
    return this.hasStopped;
  }

  start(): void {
    this.plan(this.options.firstMs ?? 0);
  }

  /** Resolves when the work under way has ended, or has had its time. */
  async stop(): Promise<void> {
    this.hasStopped = true;
    clearTimeout(this.timer);
    await waitBriefly(this.running);
  }

  private plan(waitMs: number): void {
    if (this.hasStopped) return;
    this.timer = setTimeout(() => {
      this.running = this.workAndSay().finally(() => this.plan(this.options.everyMs));
    }, waitMs).unref();
  }

  private async workAndSay(): Promise<void> {
    const { work, logger, complaint, everyMs } = this.options;
    try {
      await work();
    } catch (error) {
      if (!(error instanceof Unavailable)) logger.error(error);
      const reason = error instanceof Error ? error.message : String(error);
      logger.warn(`${complaint}, trying again in ${everyMs / 1000} s: ${reason}`);
    }
  }
}
