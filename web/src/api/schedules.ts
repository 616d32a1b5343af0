import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';
import { EVALUATIONS_KEY } from './evaluations.ts';

export type Schedule = Schemas['Schedule'];
export type NewSchedule = Partial<Schemas['CreateEvaluationScheduleBody']> &
  Pick<Schemas['CreateEvaluationScheduleBody'], 'experiment_id' | 'name' | 'cron' | 'scorers'>;
export type ScheduleChange = Partial<Schemas['UpdateEvaluationScheduleBody']>;

const LISTED = 200;
const SHOWN_FIRES = 5;

export const schedulesQuery = (experimentId: string) =>
  queryOptions({
    queryKey: [...EVALUATIONS_KEY, 'schedules', experimentId],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/evaluation-schedules', {
          params: { query: { experiment_id: experimentId, limit: LISTED } },
          signal,
        }),
      ),
  });

export const scheduleQuery = (id: string) =>
  queryOptions({
    queryKey: [...EVALUATIONS_KEY, 'schedule', id],
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/evaluation-schedules/{schedule_id}', {
          params: { path: { schedule_id: id } },
          signal,
        }),
      ),
  });

export const evaluationsOfScheduleQuery = (id: string) =>
  queryOptions({
    queryKey: [...EVALUATIONS_KEY, 'of-schedule', id],
    refetchInterval: 3000,
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/evaluation-schedules/{schedule_id}/evaluations', {
          params: { path: { schedule_id: id }, query: { limit: 100 } },
          signal,
        }),
      ),
  });

/** The next times by the clock of the time zone. */
export const fireTimesQuery = (cron: string, timeZone: string) =>
  queryOptions({
    queryKey: ['fire-times', cron, timeZone],
    enabled: cron.trim() !== '',
    queryFn: ({ signal }) =>
      dataOf(
        api.GET('/api/v1/evaluation-schedules/fire-times', {
          params: { query: { cron, time_zone: timeZone, count: SHOWN_FIRES } },
          signal,
        }),
      ),
  });

export function createSchedule(body: NewSchedule): Promise<Schedule> {
  return dataOf(
    api.POST('/api/v1/evaluation-schedules', { body: body as Schemas['CreateEvaluationScheduleBody'] }),
  );
}

export function updateSchedule(id: string, body: ScheduleChange): Promise<Schedule> {
  return dataOf(
    api.PATCH('/api/v1/evaluation-schedules/{schedule_id}', {
      params: { path: { schedule_id: id } },
      body: body as Schemas['UpdateEvaluationScheduleBody'],
    }),
  );
}

export async function deleteSchedule(id: string): Promise<void> {
  await dataOf(
    api.DELETE('/api/v1/evaluation-schedules/{schedule_id}', { params: { path: { schedule_id: id } } }),
  );
}

export async function runSchedule(id: string): Promise<void> {
  await dataOf(
    api.POST('/api/v1/evaluation-schedules/{schedule_id}/run', { params: { path: { schedule_id: id } } }),
  );
}
