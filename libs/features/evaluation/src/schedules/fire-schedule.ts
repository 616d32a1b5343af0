import type { EntityManager } from 'typeorm';
import { Rejected } from '@millrace/domain';
import { createEvaluation } from '../evaluations/create-evaluation.ts';
import { nextFire, previousFires, windowOf } from './fire-times.ts';
import type { Schedule } from './schedule-rows.ts';

/** Times that were missed are made up for, the latest so many: a month of days. */
export const MOST_MISSED_FIRES = 31;

/**
 * Begins the evaluation of a due schedule that is held, and moves it on to its next time; the caller comes back while it is due.
 * What can't begin is noted on the schedule and does not stand in the way of the next time. Returns the evaluation's id.
 */
export async function fireSchedule(
  manager: EntityManager,
  schedule: Schedule,
  now: number,
): Promise<string | undefined> {
  const missed = previousFires(schedule, now + 1, MOST_MISSED_FIRES);
  const oldest = missed.at(-1) ?? schedule.nextFireTime;
  if (schedule.nextFireTime < oldest) {
    await leaveOut(manager, schedule, oldest);
    return undefined;
  }
  const fireTime = schedule.nextFireTime;
  const { id, failure } = await tryBegin(manager, schedule, fireTime);
  const next = nextFire(schedule, fireTime);
  await manager.query(
    `UPDATE evaluation_schedules SET last_fire_time = $2, next_fire_time = $3, failure = $4,
       is_paused = is_paused OR $5 WHERE id = $1`,
    [schedule.id, fireTime, next ?? fireTime, failure ?? null, next === undefined],
  );
  return id;
}

/** As if it fired now. Throws Rejected for what can't be. */
export function beginEvaluation(
  manager: EntityManager,
  schedule: Schedule,
  { time, isDue }: { readonly time: number; readonly isDue: boolean },
): Promise<string> {
  const { fromTime, toTime } = windowOf(schedule, schedule.window, time);
  const { filter, sampleRate, seed, maxTraces, budgetUsd, scorers } = schedule;
  return createEvaluation(manager, schedule.workspaceId, {
    experimentId: String(schedule.experimentId),
    name: `${schedule.name} ${new Date(time).toISOString().slice(0, 16)}Z`.slice(-250),
    cause: 'schedule',
    selection: { kind: 'filter', filter, fromTime, toTime, sampleRate, seed, maxTraces },
    scorers,
    budgetUsd,
    schedule: { id: schedule.id, fireTime: isDue ? time : undefined },
  });
}

async function tryBegin(
  manager: EntityManager,
  schedule: Schedule,
  fireTime: number,
): Promise<{ readonly id?: string; readonly failure?: string }> {
  try {
    // A savepoint: what was written before it could not go on is taken back.
    return {
      id: await manager.transaction((inner) =>
        beginEvaluation(inner, schedule, { time: fireTime, isDue: true }),
      ),
    };
  } catch (error) {
    if (!(error instanceof Rejected)) throw error;
    return { failure: error.message };
  }
}

async function leaveOut(manager: EntityManager, schedule: Schedule, oldest: number): Promise<void> {
  let count = 0;
  for (let fire = schedule.nextFireTime; fire < oldest && count < 10_000; count += 1) {
    fire = nextFire(schedule, fire) ?? oldest;
  }
  await manager.query(
    'UPDATE evaluation_schedules SET next_fire_time = $2, left_out_fires = left_out_fires + $3 WHERE id = $1',
    [schedule.id, oldest, count],
  );
}
