import { expect, it } from 'vitest';
import type { Schedule } from '../../../api/schedules.ts';
import { toSchedule, toScheduleForm } from './schedule-form-state.ts';

const schedule: Schedule = {
  schedule_id: 's-1',
  experiment_id: '1',
  name: 'nightly',
  cron: '0 1 * * *',
  time_zone: 'Europe/Berlin',
  window: 'previous-day',
  filter: "status = 'OK'",
  sample_rate: 0.07,
  seed: '',
  max_traces: 500,
  scorers: [{ name: 'polite' }, { name: 'safety', version: 2 }, { name: 'own', definition: '{"a":1}' }],
  is_paused: false,
  left_out_fires: 0,
  creation_time: '2026-11-21T00:00:00Z',
};

it('a schedule that is opened and saved stays what it was, pinned and described scorers too', () => {
  const { name, cron, time_zone, window, filter, sample_rate, max_traces, scorers } = schedule;
  expect(toSchedule(toScheduleForm(schedule))).toEqual({
    name,
    cron,
    time_zone,
    window,
    filter,
    sample_rate,
    max_traces,
    scorers: scorers,
  });
});
