import type { ExportRun } from './export-run.ts';
import type { ExportSchedule } from './export-schedule.ts';
import { windowName, type ExportWindow } from './export-windows.ts';

/** Tables of an export, each a file of its window. */
export const EXPORTED_TABLES = ['traces', 'spans'] as const;
export type ExportedTable = (typeof EXPORTED_TABLES)[number];

/** Counts up when a column of the files changes its name, type or meaning; one that is added changes nothing. */
const SCHEMA_VERSION = 1;
const MANIFEST = 'manifest.json';

export interface ExportedFile {
  readonly table: ExportedTable;
  readonly key: string;
  readonly rows: number;
  readonly bytes: number;
  readonly sha256: string;
}

/** Written after the files of a window: with it they are there, whole. Its form is public: see docs/data-lifecycle.md. */
export interface ExportManifest {
  readonly schema_version: number;
  readonly workspace_id: string;
  readonly experiment_id: string | undefined;
  readonly schedule_id: string;
  readonly run_id: string;
  readonly filter: string;
  readonly includes_judge_traces: boolean;
  readonly from: string;
  readonly to: string;
  /** Everything acknowledged before then is in the files. */
  readonly complete_to: string;
  readonly files: readonly ExportedFile[];
}

/** Names of what a window consists of. */
export const EXPORTED_NAMES = [...EXPORTED_TABLES.map(fileName), MANIFEST];

export function fileName(table: ExportedTable): string {
  return `${table}.parquet`;
}

/** Under which all files of a schedule lie. */
export function schedulePrefix({ workspaceId, id }: Pick<ExportSchedule, 'workspaceId' | 'id'>): string {
  return `${workspaceId}/exports/${id}/`;
}

/** Under which the files of a window lie, always the same: who exports it again writes over them. */
export function windowPrefix(
  { workspaceId, scheduleId }: Pick<ExportRun, 'workspaceId' | 'scheduleId'>,
  window: ExportWindow,
): string {
  return `${schedulePrefix({ workspaceId, id: scheduleId })}${windowName(window)}/`;
}

export function manifestKey(run: ExportRun): string {
  return windowPrefix(run, run) + MANIFEST;
}

export function writeManifest(
  schedule: ExportSchedule,
  run: ExportRun,
  told: { readonly completeTo: number; readonly files: readonly ExportedFile[] },
): ExportManifest {
  return {
    schema_version: SCHEMA_VERSION,
    workspace_id: schedule.workspaceId,
    experiment_id: schedule.experimentId === undefined ? undefined : String(schedule.experimentId),
    schedule_id: schedule.id,
    run_id: run.id,
    filter: schedule.filter,
    includes_judge_traces: schedule.includesJudgeTraces,
    from: new Date(run.from).toISOString(),
    to: new Date(run.to).toISOString(),
    complete_to: new Date(told.completeTo).toISOString(),
    files: told.files,
  };
}
