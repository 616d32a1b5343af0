import type { EntityManager } from 'typeorm';
import { EXPORTED_TABLES, fileName, windowPrefix, type ExportManifest } from './export-manifest.ts';

interface ExportedWindow {
  readonly workspaceId: string;
  readonly scheduleId: string;
  readonly from: number;
  readonly to: number;
  readonly manifest: ExportManifest | null;
}

/** Of every window that was begun, for when the traces of an erasure were requested nobody can tell any more. */
const WINDOWS_OF = `
  SELECT run.workspace_id AS "workspaceId", run.schedule_id AS "scheduleId", run.from_time::float8 AS "from",
    run.to_time::float8 AS "to", run.manifest
  FROM export_runs run JOIN export_schedules schedule ON schedule.id = run.schedule_id
  WHERE run.workspace_id = $1 AND run.attempt > 0 AND run.state <> 'removed'
    AND EXISTS (SELECT 1 FROM removal_traces trace WHERE trace.removal_id = $2
      AND (schedule.experiment_id IS NULL OR schedule.experiment_id = ANY(trace.experiment_ids)))
  ORDER BY run.schedule_id, run.from_time`;

/** Keys of the exported files in which the traces of a removal may be. */
export async function findExportedCopies(
  manager: EntityManager,
  { id, workspaceId }: { readonly id: string; readonly workspaceId: string },
): Promise<string[]> {
  const windows = await manager.query<ExportedWindow[]>(WINDOWS_OF, [workspaceId, id]);
  return windows.flatMap(keysOf);
}

/** A window without a manifest has files, or will have. */
function keysOf(window: ExportedWindow): string[] {
  if (window.manifest) return window.manifest.files.flatMap(({ key, rows }) => (rows > 0 ? [key] : []));
  return EXPORTED_TABLES.map((table) => windowPrefix(window, window) + fileName(table));
}
