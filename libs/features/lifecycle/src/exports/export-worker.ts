import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { z } from 'zod';
import { askDatabase } from '@millrace/access';
import { Rejected } from '@millrace/domain';
import { JobHandlers } from '@millrace/jobs';
import {
  FileStore,
  JobPostponed,
  LIFECYCLE_JOBS,
  type ExportTracesJob,
  type RunningJob,
} from '@millrace/ports';
import { manifestKey, windowPrefix, type ExportManifest } from './export-manifest.ts';
import { beginRun, endRun, type ExportRun } from './export-run.ts';
import { readSchedule, type ExportSchedule } from './export-schedule.ts';
import { WindowExport } from './window-export.service.ts';

const PAYLOAD = z.object({ runId: z.uuid() });

/** Exports windows; one that is killed is exported anew, over what it had written. */
@Injectable()
export class ExportWorker implements OnModuleInit {
  private readonly logger = new Logger('Exports');

  constructor(
    private readonly handlers: JobHandlers,
    private readonly dataSource: DataSource,
    private readonly windows: WindowExport,
    private readonly files: FileStore,
  ) {}

  onModuleInit(): void {
    const options = { concurrency: 1, payload: PAYLOAD, countsForWorkspace: false };
    this.handlers.on(LIFECYCLE_JOBS.exportTraces, options, (job) => this.run(job));
  }

  async run({ payload: { runId }, stop }: RunningJob<ExportTracesJob>): Promise<void> {
    const begun = await this.begin(runId);
    if (!begun) return;
    const { run, schedule } = begun;
    try {
      const manifest = await this.windows.write(schedule, run, stop);
      await this.end(run, manifest, stop);
    } catch (error) {
      if (stop.aborted) throw new JobPostponed(0);
      if (!(error instanceof JobPostponed)) await this.noteFault(run, error);
      throw error;
    }
  }

  /** Undefined for one that has ended, or whose schedule was deleted. */
  private begin(
    runId: string,
  ): Promise<{ readonly run: ExportRun; readonly schedule: ExportSchedule } | undefined> {
    return askDatabase(this.dataSource, (manager) =>
      manager.transaction(async (transaction) => {
        const run = await beginRun(transaction, runId);
        return run && { run, schedule: await readSchedule(transaction, run.workspaceId, run.scheduleId) };
      }),
    );
  }

  private async end(run: ExportRun, manifest: ExportManifest, stop: AbortSignal): Promise<void> {
    await this.files.write(manifestKey(run), textOf(manifest), stop);
    const isMine = await askDatabase(this.dataSource, (manager) => endRun(manager, run, { manifest }));
    if (!isMine) return this.removeUnowned(run);
    const rows = manifest.files.map(({ table, rows: count }) => `${count} ${table}`).join(', ');
    this.logger.log(`${manifest.schedule_id} from ${manifest.from} to ${manifest.to}: ${rows} exported`);
  }

  /** The schedule was deleted meanwhile; or another worker writes the same files, and ends them. */
  private async removeUnowned(run: ExportRun): Promise<void> {
    const rows = await askDatabase(this.dataSource, (manager) =>
      manager.query<unknown[]>('SELECT 1 FROM export_schedules WHERE id = $1', [run.scheduleId]),
    );
    if (rows.length === 0) await this.files.removeAll(windowPrefix(run, run));
  }

  private async noteFault(run: ExportRun, error: unknown): Promise<void> {
    const message = error instanceof Error ? error.message : String(error);
    const outcome = { failure: message.slice(0, 1_000), isFinal: error instanceof Rejected };
    await askDatabase(this.dataSource, (manager) => endRun(manager, run, outcome)).catch(() => undefined);
  }
}

async function* textOf(manifest: ExportManifest): AsyncGenerator<Uint8Array> {
  yield await Promise.resolve(Buffer.from(`${JSON.stringify(manifest, undefined, 2)}\n`));
}
