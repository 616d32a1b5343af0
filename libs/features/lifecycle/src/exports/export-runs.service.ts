import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { askDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { FileStore, JobQueue, LIFECYCLE_JOBS } from '@millrace/ports';
import { decodePageToken, encodePageToken } from '@millrace/service-kit';
import { LifecycleOptions } from '../lifecycle.config.ts';
import { EXPORTED_NAMES, windowPrefix } from './export-manifest.ts';
import { addRun, findRun, listRuns, type ExportRun } from './export-run.ts';
import { readSchedule } from './export-schedule.ts';
import {
  windowAt,
  windowsUntil,
  WINDOW_MS,
  type ExportInterval,
  type ExportWindow,
} from './export-windows.ts';

/** Of one request: a month of hours. */
const MOST_WINDOWS = 750;

export interface ExportRunPage {
  readonly runs: readonly ExportRun[];
  /** Absent on the last page. */
  readonly next?: string;
}

/** Windows of a schedule: asked for, listed, their files. Throws Rejected for what is not there, Unavailable. */
@Injectable()
export class ExportRunsService {
  constructor(
    private readonly dataSource: DataSource,
    private readonly queue: JobQueue,
    private readonly files: FileStore,
    private readonly options: LifecycleOptions,
  ) {}

  /** Exports every window of a time that has ended, also those that were exported before. */
  async ask(
    workspaceId: string,
    scheduleId: string,
    { from, to, askedBy }: ExportWindow & { readonly askedBy: string },
  ): Promise<ExportRun[]> {
    const runs = await askDatabase(this.dataSource, (manager) =>
      manager.transaction(async (transaction) => {
        const schedule = await readSchedule(transaction, workspaceId, scheduleId);
        const windows = this.closedWindows(schedule.every, { from, to });
        const added: ExportRun[] = [];
        for (const window of windows) {
          const run = await addRun(transaction, schedule, window, askedBy);
          if (run) added.push(run);
        }
        return added;
      }),
    );
    // A queue that is down is told later, by the clock.
    await this.queueUp(runs).catch(() => undefined);
    return runs;
  }

  async queueUp(runs: readonly Pick<ExportRun, 'id' | 'workspaceId'>[]): Promise<void> {
    if (runs.length === 0) return;
    await this.queue.enqueue(
      runs.map(({ id, workspaceId }) => ({
        kind: LIFECYCLE_JOBS.exportTraces,
        workspaceId,
        payload: { runId: id },
        key: id,
      })),
    );
  }

  async list(
    workspaceId: string,
    scheduleId: string,
    { limit, pageToken }: { readonly limit: number; readonly pageToken?: string | undefined },
  ): Promise<ExportRunPage> {
    const search = ['export-runs', scheduleId];
    const [before] = pageToken ? decodePageToken(pageToken, search, [0] as const) : [];
    const found = await askDatabase(this.dataSource, async (manager) => {
      const schedule = await readSchedule(manager, workspaceId, scheduleId);
      return listRuns(manager, schedule.id, { limit: limit + 1, before });
    });
    const runs = found.slice(0, limit);
    const last = runs.at(-1);
    if (found.length <= limit || !last) return { runs };
    return { runs, next: encodePageToken(search, [last.from]) };
  }

  /** The bytes of a file of a window that is there whole. */
  async readFile(
    workspaceId: string,
    {
      scheduleId,
      runId,
      name,
    }: { readonly scheduleId: string; readonly runId: string; readonly name: string },
  ): Promise<AsyncIterable<Uint8Array>> {
    const run = await askDatabase(this.dataSource, async (manager) => {
      const schedule = await readSchedule(manager, workspaceId, scheduleId);
      return findRun(manager, schedule.id, runId);
    });
    if (!run) throw new Rejected(`No run with id '${runId}' of this schedule exists`, 'not-found');
    if (!EXPORTED_NAMES.includes(name)) {
      throw new Rejected(`A run has no file '${name}': it has ${EXPORTED_NAMES.join(', ')}`, 'not-found');
    }
    if (run.state !== 'done') {
      throw new Rejected(`The run has no files: it is ${run.state}. ${WHAT_TO_DO[run.state]}`, 'not-found');
    }
    return this.files.read(windowPrefix(run, run) + name);
  }

  private closedWindows(every: ExportInterval, { from, to }: ExportWindow): ExportWindow[] {
    const isWhole = windowAt(every, from).from === from && windowAt(every, to).from === to;
    if (!isWhole || from >= to) {
      throw new Rejected(
        `from and to must each be the first moment of ${every === 'day' ? 'a day' : 'an hour'} of UTC, from before to`,
      );
    }
    if (to > this.options.now()) {
      throw new Rejected(
        `to must have passed: the window that ends then is still open. Ask up to the last ${every}.`,
      );
    }
    if (to - from > MOST_WINDOWS * WINDOW_MS[every]) {
      throw new Rejected(
        `At most ${MOST_WINDOWS} windows can be asked for at once: ask for a part, then for the next.`,
      );
    }
    return windowsUntil(every, { from, until: to, most: MOST_WINDOWS });
  }
}

const WHAT_TO_DO: Readonly<Record<Exclude<ExportRun['state'], 'done'>, string>> = {
  waiting: 'Ask again once it is done.',
  running: 'Ask again once it is done.',
  failed: 'Ask for the window again.',
  removed: 'Its files were kept as long as the schedule says: ask for the window again.',
};
