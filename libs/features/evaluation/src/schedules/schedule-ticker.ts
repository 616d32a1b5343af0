import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource } from 'typeorm';
import { Recurring } from '@millrace/service-kit';
import { changeDatabase } from '@millrace/access';
import { EvaluationsService } from '../evaluations/evaluations.service.ts';
import { fireSchedule } from './fire-schedule.ts';
import { ScheduleClock } from './schedule-clock.ts';
import { takeDueSchedule } from './schedule-rows.ts';

const EVERY_MS = 2_000;
const WHEN_TAKEN = 'Another process has fired the schedule at that time.';

/** Looks at the clock and begins what is due: in every process, each time of a schedule once. */
@Injectable()
export class ScheduleTicker implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly logger = new Logger(ScheduleTicker.name);
  private readonly ticking = new Recurring({
    everyMs: EVERY_MS,
    work: () => this.tick(),
    logger: this.logger,
    complaint: "Schedules can't fire",
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: ScheduleClock,
    private readonly evaluations: EvaluationsService,
  ) {}

  onApplicationBootstrap(): void {
    this.ticking.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.ticking.stop();
  }

  /** Fires all that is due. Throws Unavailable. */
  async tick(): Promise<void> {
    while (!this.ticking.isStopped && (await this.fireOne()));
  }

  /** Whether there may be more. */
  private async fireOne(): Promise<boolean> {
    const now = this.clock.now();
    const fired = await changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const schedule = await takeDueSchedule(manager, now);
      return schedule && { schedule, evaluationId: await fireSchedule(manager, schedule, now) };
    });
    if (!fired) return false;
    const { schedule, evaluationId } = fired;
    if (evaluationId !== undefined) {
      this.logger.log(`Schedule ${schedule.id} (${schedule.name}) fired: evaluation ${evaluationId}`);
      await this.evaluations.advance({ id: evaluationId, workspaceId: schedule.workspaceId });
    }
    return true;
  }
}
