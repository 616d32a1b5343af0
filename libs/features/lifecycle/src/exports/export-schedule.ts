import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import type { ExportInterval } from './export-windows.ts';

/** What is written to files, window by window. */
export interface ExportSchedule {
  readonly id: string;
  readonly workspaceId: string;
  /** Undefined: all experiments of the workspace. */
  readonly experimentId: number | undefined;
  readonly name: string;
  readonly every: ExportInterval;
  readonly filter: string;
  readonly includesJudgeTraces: boolean;
  readonly isEnabled: boolean;
  /** Days after the end of a window that its files are kept; undefined: for ever. */
  readonly keepDays: number | undefined;
  /** Where the next window begins. */
  readonly nextFrom: number;
  readonly createdBy: string;
  readonly creationTime: number;
}

interface ScheduleRow extends Omit<
  ExportSchedule,
  'experimentId' | 'keepDays' | 'nextFrom' | 'creationTime'
> {
  readonly experimentId: number | null;
  readonly keepDays: number | null;
  readonly nextFrom: string;
  readonly creationTime: string;
}

/** All are listed: there are few. */
const MOST = 1_000;
const COLUMNS = `id, workspace_id AS "workspaceId", experiment_id AS "experimentId", name, every, filter,
  includes_judge_traces AS "includesJudgeTraces", is_enabled AS "isEnabled", keep_days AS "keepDays", next_from AS "nextFrom",
  created_by AS "createdBy", creation_time AS "creationTime"`;
/** $1 when a window must have ended. Of deleted experiments nothing is exported until they are restored. */
const TAKE_DUE = `
  SELECT ${COLUMNS} FROM export_schedules WHERE is_enabled
    AND next_from + CASE every WHEN 'hour' THEN 3600000 ELSE 86400000 END <= $1
    AND (experiment_id IS NULL OR experiment_id IN (SELECT id FROM experiments WHERE lifecycle_stage = 'active'))
  ORDER BY next_from LIMIT $2 FOR UPDATE SKIP LOCKED`;

export async function insertSchedule(manager: EntityManager, schedule: ExportSchedule): Promise<void> {
  await manager.query(
    `INSERT INTO export_schedules (id, workspace_id, experiment_id, name, every, filter, includes_judge_traces, is_enabled,
       keep_days, next_from, created_by, creation_time, last_update_time)
     VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $12)`,
    [
      schedule.id,
      schedule.workspaceId,
      schedule.experimentId ?? null,
      schedule.name,
      schedule.every,
      schedule.filter,
      schedule.includesJudgeTraces,
      schedule.isEnabled,
      schedule.keepDays ?? null,
      schedule.nextFrom,
      schedule.createdBy,
      schedule.creationTime,
    ],
  );
}

export async function changeSchedule(manager: EntityManager, schedule: ExportSchedule): Promise<void> {
  await manager.query(
    `UPDATE export_schedules SET name = $2, is_enabled = $3, keep_days = $4, next_from = $5, last_update_time = $6
     WHERE id = $1`,
    [
      schedule.id,
      schedule.name,
      schedule.isEnabled,
      schedule.keepDays ?? null,
      schedule.nextFrom,
      Date.now(),
    ],
  );
}

/** The newest first. */
export async function listSchedules(manager: EntityManager, workspaceId: string): Promise<ExportSchedule[]> {
  const rows = await manager.query<ScheduleRow[]>(
    `SELECT ${COLUMNS} FROM export_schedules WHERE workspace_id = $1 ORDER BY creation_time DESC, id LIMIT ${MOST}`,
    [workspaceId],
  );
  return rows.map(toSchedule);
}

/** Throws Rejected('not-found'). */
export async function readSchedule(
  manager: EntityManager,
  workspaceId: string,
  id: string,
  lock: 'FOR UPDATE' | '' = '',
): Promise<ExportSchedule> {
  const [row] = await manager.query<ScheduleRow[]>(
    `SELECT ${COLUMNS} FROM export_schedules WHERE id::text = $1 AND workspace_id = $2 ${lock}`,
    [id, workspaceId],
  );
  if (row) return toSchedule(row);
  throw new Rejected(`No export schedule with id '${id}' exists`, 'not-found');
}

/** Those with a window that ended before then, held until the end of the transaction. */
export async function takeDueSchedules(
  manager: EntityManager,
  before: number,
  limit: number,
): Promise<ExportSchedule[]> {
  return (await manager.query<ScheduleRow[]>(TAKE_DUE, [before, limit])).map(toSchedule);
}

function toSchedule(row: ScheduleRow): ExportSchedule {
  return {
    ...row,
    experimentId: row.experimentId ?? undefined,
    keepDays: row.keepDays ?? undefined,
    nextFrom: Number(row.nextFrom),
    creationTime: Number(row.creationTime),
  };
}
