import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase, changeDatabase, findActiveExperiment } from '@millrace/access';
import { parseFilter } from '@millrace/domain';
import { FileStore } from '@millrace/ports';
import { LifecycleOptions } from '../lifecycle.config.ts';
import { schedulePrefix } from './export-manifest.ts';
import { latestRuns, type ExportRun } from './export-run.ts';
import {
  changeSchedule,
  insertSchedule,
  listSchedules,
  readSchedule,
  type ExportSchedule,
} from './export-schedule.ts';
import { LATENESS_MS, windowAt, type ExportInterval } from './export-windows.ts';

const WHEN_TAKEN = 'Someone else has just made the same schedule: read it back.';

export interface NewExportSchedule {
  readonly experimentId: string | undefined;
  readonly name: string;
  readonly every: ExportInterval;
  readonly filter: string;
  readonly includesJudgeTraces: boolean;
  readonly isEnabled: boolean;
  readonly keepDays: number | undefined;
  readonly createdBy: string;
}

/** What is absent stays; a null ends it. */
export interface ExportScheduleChange {
  readonly name?: string | undefined;
  readonly isEnabled?: boolean | undefined;
  readonly keepDays?: number | null | undefined;
}

/** A schedule, and the latest of its windows. */
export interface ExportScheduleState {
  readonly schedule: ExportSchedule;
  readonly latestRun: ExportRun | undefined;
}

/** Schedules by which traces are written to files. Throws Rejected for what is not there, Unavailable. */
@Injectable()
export class ExportSchedulesService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly files: FileStore,
    private readonly options: LifecycleOptions,
  ) {}

  /** The first window is the one that is open, or the one before while that still waits for what is late. */
  async create(workspaceId: string, given: NewExportSchedule): Promise<ExportScheduleState> {
    parseFilter(given.filter);
    const { experimentId } = given;
    const schedule = await changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const experiment =
        experimentId === undefined
          ? undefined
          : await findActiveExperiment(manager, workspaceId, experimentId);
      const added: ExportSchedule = {
        ...given,
        id: randomUUID(),
        workspaceId,
        experimentId: experiment?.id,
        nextFrom: this.windowOfNow(given.every),
        creationTime: Date.now(),
      };
      await insertSchedule(manager, added);
      return added;
    });
    return { schedule, latestRun: undefined };
  }

  async list(workspaceId: string): Promise<ExportScheduleState[]> {
    return askDatabase(this.dataSource, async (manager) => {
      const schedules = await listSchedules(manager, workspaceId);
      const runs = await latestRuns(
        manager,
        schedules.map(({ id }) => id),
      );
      const latest = new Map(runs.map((run) => [run.scheduleId, run]));
      return schedules.map((schedule) => ({ schedule, latestRun: latest.get(schedule.id) }));
    });
  }

  async get(workspaceId: string, id: string): Promise<ExportScheduleState> {
    return askDatabase(this.dataSource, async (manager) => {
      const schedule = await readSchedule(manager, workspaceId, id);
      const [latestRun] = await latestRuns(manager, [schedule.id]);
      return { schedule, latestRun };
    });
  }

  /** Enabled again it goes on with the window of that moment: what a pause left out is exported on demand. */
  async update(workspaceId: string, id: string, change: ExportScheduleChange): Promise<ExportScheduleState> {
    await changeDatabase(this.dataSource, WHEN_TAKEN, async (manager) => {
      const before = await readSchedule(manager, workspaceId, id, 'FOR UPDATE');
      const isEnabled = change.isEnabled ?? before.isEnabled;
      await changeSchedule(manager, {
        ...before,
        isEnabled,
        name: change.name ?? before.name,
        keepDays: change.keepDays === undefined ? before.keepDays : (change.keepDays ?? undefined),
        nextFrom: isEnabled && !before.isEnabled ? this.windowOfNow(before.every) : before.nextFrom,
      });
    });
    return this.get(workspaceId, id);
  }

  /** Its files go with it: nothing would say any more whose they are. */
  async delete(workspaceId: string, id: string): Promise<void> {
    const { schedule } = await this.get(workspaceId, id);
    // First the row: a worker that ends a window of it removes what it has written since.
    await askDatabase(this.dataSource, (manager) =>
      manager.query('DELETE FROM export_schedules WHERE id = $1', [schedule.id]),
    );
    await this.files.removeAll(schedulePrefix(schedule));
  }

  private windowOfNow(every: ExportInterval): number {
    return windowAt(every, this.options.now() - LATENESS_MS).from;
  }
}
