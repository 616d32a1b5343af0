import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import type { ScorerChoice } from '../evaluations/pin-scorers.ts';
import type { FireRule, ScheduleWindow } from './fire-times.ts';

/** What a schedule is told; the rest it finds out. */
export interface SchedulePlan extends FireRule {
  readonly name: string;
  readonly window: ScheduleWindow;
  readonly filter: string;
  readonly sampleRate: number;
  readonly seed: string;
  readonly maxTraces: number | undefined;
  /** US dollars for each evaluation. */
  readonly budgetUsd: number | undefined;
  /** Taken as they are each time it fires. */
  readonly scorers: readonly ScorerChoice[];
  readonly isPaused: boolean;
}

/** Evaluations of an experiment that begin by the clock. */
export interface Schedule extends SchedulePlan {
  readonly id: string;
  readonly workspaceId: string;
  readonly experimentId: number;
  readonly nextFireTime: number;
  readonly lastFireTime: number | undefined;
  /** Why it could not begin when it fired last. */
  readonly failure: string | undefined;
  /** Times that were missed for too long to be made up for. */
  readonly leftOutFires: number;
  readonly creationTime: number;
}

interface ScheduleRow extends Omit<
  Schedule,
  'maxTraces' | 'budgetUsd' | 'failure' | 'nextFireTime' | 'lastFireTime' | 'creationTime'
> {
  readonly maxTraces: number | null;
  readonly budgetUsd: number | null;
  readonly failure: string | null;
  readonly nextFireTime: string;
  readonly lastFireTime: string | null;
  readonly creationTime: string;
}

const COLUMNS = `
  id, workspace_id AS "workspaceId", experiment_id AS "experimentId", name, cron, time_zone AS "timeZone",
  window_kind AS window, filter, sample_rate AS "sampleRate", seed, max_traces AS "maxTraces", budget_usd AS "budgetUsd",
  scorers, is_paused AS "isPaused", next_fire_time AS "nextFireTime", last_fire_time AS "lastFireTime", failure,
  left_out_fires AS "leftOutFires", creation_time AS "creationTime"`;
const PLAN_COLUMNS =
  'name, cron, time_zone, window_kind, filter, sample_rate, seed, max_traces, budget_usd, scorers, is_paused';

/** Throws Rejected('not-found'). */
export async function findSchedule(
  manager: EntityManager,
  workspaceId: string,
  id: string,
  lock: 'FOR NO KEY UPDATE' | '' = '',
): Promise<Schedule> {
  const [row] = await manager.query<ScheduleRow[]>(
    `SELECT ${COLUMNS} FROM evaluation_schedules WHERE id = $1 AND workspace_id = $2 ${lock}`,
    [id, workspaceId],
  );
  if (row) return toSchedule(row);
  throw new Rejected(`Evaluation schedule with id '${id}' not found`, 'not-found');
}

/** The newest first. */
export async function listSchedules(
  manager: EntityManager,
  list: {
    readonly workspaceId: string;
    readonly experimentId: number | undefined;
    readonly limit: number;
    readonly after: { readonly creationTime: number; readonly id: string } | undefined;
  },
): Promise<Schedule[]> {
  const { workspaceId, experimentId, limit, after } = list;
  const rows = await manager.query<ScheduleRow[]>(
    `SELECT ${COLUMNS} FROM evaluation_schedules
     WHERE workspace_id = $1 AND ($2::integer IS NULL OR experiment_id = $2)
       AND ($4::bigint IS NULL OR creation_time < $4 OR (creation_time = $4 AND id > $5))
     ORDER BY creation_time DESC, id LIMIT $3`,
    [workspaceId, experimentId ?? null, limit, after?.creationTime ?? null, after?.id ?? null],
  );
  return rows.map(toSchedule);
}

/** One that is due and that no other process has taken, held until the end of the transaction. */
export async function takeDueSchedule(manager: EntityManager, now: number): Promise<Schedule | undefined> {
  const [row] = await manager.query<ScheduleRow[]>(
    `SELECT ${COLUMNS} FROM evaluation_schedules WHERE NOT is_paused AND next_fire_time <= $1
     ORDER BY next_fire_time LIMIT 1 FOR NO KEY UPDATE SKIP LOCKED`,
    [now],
  );
  return row && toSchedule(row);
}

export async function insertSchedule(
  manager: EntityManager,
  place: Pick<Schedule, 'id' | 'workspaceId' | 'experimentId' | 'nextFireTime'>,
  plan: SchedulePlan,
): Promise<void> {
  const { id, workspaceId, experimentId, nextFireTime } = place;
  const values = planValues(plan);
  await manager.query(
    `INSERT INTO evaluation_schedules (id, workspace_id, experiment_id, next_fire_time, creation_time, last_update_time, ${PLAN_COLUMNS})
     VALUES ($1, $2, $3, $4, $5, $5, ${values.map((_, at) => `$${at + 6}`).join(', ')})`,
    [id, workspaceId, experimentId, nextFireTime, Date.now(), ...values],
  );
}

export async function updateSchedule(
  manager: EntityManager,
  id: string,
  plan: SchedulePlan,
  nextFireTime: number,
): Promise<void> {
  const values = planValues(plan);
  await manager.query(
    `UPDATE evaluation_schedules SET (${PLAN_COLUMNS}) = (${values.map((_, at) => `$${at + 4}`).join(', ')}),
       next_fire_time = $2, last_update_time = $3
     WHERE id = $1`,
    [id, nextFireTime, Date.now(), ...values],
  );
}

function planValues(plan: SchedulePlan): unknown[] {
  return [
    plan.name,
    plan.cron,
    plan.timeZone,
    plan.window,
    plan.filter,
    plan.sampleRate,
    plan.seed,
    plan.maxTraces ?? null,
    plan.budgetUsd ?? null,
    JSON.stringify(plan.scorers),
    plan.isPaused,
  ];
}

function toSchedule(row: ScheduleRow): Schedule {
  return {
    ...row,
    maxTraces: row.maxTraces ?? undefined,
    budgetUsd: row.budgetUsd ?? undefined,
    failure: row.failure ?? undefined,
    nextFireTime: Number(row.nextFireTime),
    lastFireTime: row.lastFireTime === null ? undefined : Number(row.lastFireTime),
    creationTime: Number(row.creationTime),
  };
}
