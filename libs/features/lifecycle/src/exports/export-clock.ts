import {
  Injectable,
  Logger,
  type BeforeApplicationShutdown,
  type OnApplicationBootstrap,
} from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { FileStore } from '@millrace/ports';
import { Recurring } from '@millrace/service-kit';
import { LifecycleOptions } from '../lifecycle.config.ts';
import { windowPrefix } from './export-manifest.ts';
import { addRun } from './export-run.ts';
import { ExportRunsService } from './export-runs.service.ts';
import { changeSchedule, takeDueSchedules } from './export-schedule.ts';
import { LATENESS_MS, windowsUntil } from './export-windows.ts';

const EVERY_MS = 15_000;
/** A run that nobody has looked at for so long is queued again, should the queue have lost it. */
const UNSEEN_MS = 60_000;
const PAGE = 500;
/** Of one look: those of a schedule that were missed for long come with the next looks, the oldest first. */
const MOST_SCHEDULES = 100;
const MOST_WINDOWS = 24;

const UNSEEN = `
  UPDATE export_runs SET last_look_time = $1::bigint WHERE id IN (
    SELECT id FROM export_runs WHERE state IN ('waiting', 'running') AND last_look_time < $1::bigint - ${UNSEEN_MS}::bigint
    ORDER BY from_time, id LIMIT ${PAGE} FOR UPDATE SKIP LOCKED)
  RETURNING id, workspace_id AS "workspaceId", from_time AS "from"`;
/** $1 the time. */
const AGED = `
  SELECT run.id, run.workspace_id AS "workspaceId", run.schedule_id AS "scheduleId", from_time::float8 AS "from", to_time::float8 AS "to"
  FROM export_runs run JOIN export_schedules schedule ON schedule.id = run.schedule_id
  WHERE run.state IN ('done', 'failed') AND run.to_time < $1::bigint - schedule.keep_days * 86400000::bigint
  ORDER BY run.to_time LIMIT ${PAGE}`;
const MARK_REMOVED = `UPDATE export_runs SET state = 'removed', manifest = NULL WHERE id = $1 AND state IN ('done', 'failed')`;

interface AgedRun {
  readonly id: string;
  readonly workspaceId: string;
  readonly scheduleId: string;
  readonly from: number;
  readonly to: number;
}

/** Looks at the clock: begins the windows that have ended, in whatever process comes first, and removes files that are old. */
@Injectable()
export class ExportClock implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private readonly looking = new Recurring({
    everyMs: EVERY_MS,
    work: () => this.look(),
    logger: new Logger(ExportClock.name),
    complaint: "Exports can't begin",
  });

  constructor(
    private readonly dataSource: DataSource,
    private readonly runs: ExportRunsService,
    private readonly files: FileStore,
    private readonly options: LifecycleOptions,
  ) {}

  onApplicationBootstrap(): void {
    this.looking.start();
  }

  beforeApplicationShutdown(): Promise<void> {
    return this.looking.stop();
  }

  /** Throws Unavailable. */
  async look(): Promise<void> {
    const now = this.options.now();
    const unseen = await askDatabase(this.dataSource, async (manager) => {
      await manager.transaction((transaction) => addDue(transaction, now - LATENESS_MS));
      const [rows] = await manager.query<
        [{ readonly id: string; readonly workspaceId: string; readonly from: string }[], number]
      >(UNSEEN, [Date.now()]);
      return rows.toSorted((a, b) => Number(a.from) - Number(b.from));
    });
    await this.runs.queueUp(unseen);
    await this.removeAged(now);
  }

  private async removeAged(now: number): Promise<void> {
    const aged = await askDatabase(this.dataSource, (manager) => manager.query<AgedRun[]>(AGED, [now]));
    for (const run of aged) {
      await this.files.removeAll(windowPrefix(run, run));
      await askDatabase(this.dataSource, (manager) => manager.query(MARK_REMOVED, [run.id]));
    }
  }
}

async function addDue(manager: EntityManager, until: number): Promise<void> {
  for (const schedule of await takeDueSchedules(manager, until, MOST_SCHEDULES)) {
    const windows = windowsUntil(schedule.every, { from: schedule.nextFrom, until, most: MOST_WINDOWS });
    for (const window of windows) await addRun(manager, schedule, window);
    await changeSchedule(manager, { ...schedule, nextFrom: windows.at(-1)?.to ?? schedule.nextFrom });
  }
}
