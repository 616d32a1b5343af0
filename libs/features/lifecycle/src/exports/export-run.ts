import { randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import type { ExportManifest } from './export-manifest.ts';
import type { ExportSchedule } from './export-schedule.ts';
import type { ExportWindow } from './export-windows.ts';

export const EXPORT_RUN_STATES = ['waiting', 'running', 'done', 'failed', 'removed'] as const;
export type ExportRunState = (typeof EXPORT_RUN_STATES)[number];

/** A window of a schedule that is exported, or was. */
export interface ExportRun extends ExportWindow {
  readonly id: string;
  readonly scheduleId: string;
  readonly workspaceId: string;
  /** Undefined: the clock. */
  readonly askedBy: string | undefined;
  readonly state: ExportRunState;
  readonly failure: string | undefined;
  readonly attempt: number;
  /** Of the files that are there. */
  readonly manifest: ExportManifest | undefined;
  readonly creationTime: number;
  readonly endTime: number | undefined;
}

interface RunRow extends Omit<
  ExportRun,
  'from' | 'to' | 'askedBy' | 'failure' | 'manifest' | 'creationTime' | 'endTime'
> {
  readonly from: string;
  readonly to: string;
  readonly askedBy: string | null;
  readonly failure: string | null;
  readonly manifest: ExportManifest | null;
  readonly creationTime: string;
  readonly endTime: string | null;
}

const COLUMNS = `id, schedule_id AS "scheduleId", workspace_id AS "workspaceId", from_time AS "from", to_time AS "to",
  asked_by AS "askedBy", state, failure, attempt, manifest, creation_time AS "creationTime", end_time AS "endTime"`;
/** One that was exported before is exported again if somebody asks; one that waits or runs is as it is. */
const ADD = `
  INSERT INTO export_runs (id, schedule_id, workspace_id, from_time, to_time, asked_by, creation_time)
  VALUES ($1, $2, $3, $4, $5, $6, $7)
  ON CONFLICT (schedule_id, from_time) DO UPDATE SET
    state = CASE WHEN export_runs.state IN ('waiting', 'running') THEN export_runs.state ELSE 'waiting' END,
    failure = NULL, asked_by = EXCLUDED.asked_by, last_look_time = 0, end_time = NULL
  WHERE EXCLUDED.asked_by IS NOT NULL
  RETURNING ${COLUMNS}`;

/** Undefined for a window of the clock that is there already. */
export async function addRun(
  manager: EntityManager,
  schedule: ExportSchedule,
  { from, to }: ExportWindow,
  askedBy?: string,
): Promise<ExportRun | undefined> {
  const [row] = await manager.query<RunRow[]>(ADD, [
    randomUUID(),
    schedule.id,
    schedule.workspaceId,
    from,
    to,
    askedBy ?? null,
    Date.now(),
  ]);
  return row && toRun(row);
}

/** The latest windows first; those before the one that begins at `before`. */
export async function listRuns(
  manager: EntityManager,
  scheduleId: string,
  { limit, before }: { readonly limit: number; readonly before?: number | undefined },
): Promise<ExportRun[]> {
  const rows = await manager.query<RunRow[]>(
    `SELECT ${COLUMNS} FROM export_runs WHERE schedule_id = $1 AND ($3::bigint IS NULL OR from_time < $3)
     ORDER BY from_time DESC LIMIT $2`,
    [scheduleId, limit, before ?? null],
  );
  return rows.map(toRun);
}

/** The latest window of each schedule that has one. */
export async function latestRuns(
  manager: EntityManager,
  scheduleIds: readonly string[],
): Promise<ExportRun[]> {
  const rows = await manager.query<RunRow[]>(
    `SELECT DISTINCT ON (schedule_id) ${COLUMNS} FROM export_runs WHERE schedule_id = ANY($1)
     ORDER BY schedule_id, from_time DESC`,
    [scheduleIds],
  );
  return rows.map(toRun);
}

export async function findRun(
  manager: EntityManager,
  scheduleId: string,
  id: string,
): Promise<ExportRun | undefined> {
  const [row] = await manager.query<RunRow[]>(
    `SELECT ${COLUMNS} FROM export_runs WHERE id::text = $2 AND schedule_id = $1`,
    [scheduleId, id],
  );
  return row && toRun(row);
}

/** From here on it is the caller's: undefined for one that has ended or is no more. */
export async function beginRun(manager: EntityManager, id: string): Promise<ExportRun | undefined> {
  const [[row]] = await manager.query<[RunRow[], number]>(
    `UPDATE export_runs SET state = 'running', attempt = attempt + 1, last_look_time = $2
     WHERE id = $1 AND state IN ('waiting', 'running') RETURNING ${COLUMNS}`,
    [id, Date.now()],
  );
  return row && toRun(row);
}

/** Whether it was still the caller's. */
export async function endRun(
  manager: EntityManager,
  run: ExportRun,
  outcome: { readonly manifest: ExportManifest } | { readonly failure: string; readonly isFinal: boolean },
): Promise<boolean> {
  const mine = [run.id, run.attempt];
  const [, count] =
    'manifest' in outcome
      ? await manager.query<[unknown, number]>(
          `UPDATE export_runs SET state = 'done', failure = NULL, manifest = $3, end_time = $4
           WHERE id = $1 AND attempt = $2 AND state = 'running'`,
          [...mine, outcome.manifest, Date.now()],
        )
      : await manager.query<[unknown, number]>(
          `UPDATE export_runs SET failure = $3, state = CASE WHEN $4 THEN 'failed' ELSE state END,
             end_time = CASE WHEN $4 THEN $5::bigint END
           WHERE id = $1 AND attempt = $2 AND state = 'running'`,
          [...mine, outcome.failure, outcome.isFinal, Date.now()],
        );
  return count > 0;
}

function toRun(row: RunRow): ExportRun {
  return {
    ...row,
    from: Number(row.from),
    to: Number(row.to),
    askedBy: row.askedBy ?? undefined,
    failure: row.failure ?? undefined,
    manifest: row.manifest ?? undefined,
    creationTime: Number(row.creationTime),
    endTime: row.endTime === null ? undefined : Number(row.endTime),
  };
}
