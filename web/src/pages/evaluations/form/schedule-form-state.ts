import type { NewSchedule, Schedule } from '../../../api/schedules.ts';
import { choiceOf, EMPTY_SELECTION, limitsOf, type SelectionForm } from './selection-form.ts';

export interface ScheduleFormState extends SelectionForm {
  readonly cron: string;
  readonly timeZone: string;
  readonly window: Schedule['window'];
}

export const WINDOWS: { value: Schedule['window']; label: string }[] = [
  { value: 'since-previous-fire', label: 'What came since it fired before' },
  { value: 'previous-day', label: 'The calendar day before' },
];

/** What a new one begins with. */
export const NIGHTLY: ScheduleFormState = {
  ...EMPTY_SELECTION,
  cron: '0 1 * * *',
  timeZone: Intl.DateTimeFormat().resolvedOptions().timeZone,
  window: 'since-previous-fire',
};

export function toScheduleForm(schedule: Schedule): ScheduleFormState {
  return {
    ...NIGHTLY,
    name: schedule.name,
    cron: schedule.cron,
    timeZone: schedule.time_zone,
    window: schedule.window,
    filter: schedule.filter,
    samplePercent: Number((schedule.sample_rate * 100).toPrecision(6)),
    maxTraces: schedule.max_traces ?? '',
    budget: schedule.budget_usd ?? '',
    scorers: schedule.scorers.map(choiceOf),
  };
}

export function toSchedule(form: ScheduleFormState): Omit<NewSchedule, 'experiment_id'> {
  return {
    name: form.name.trim(),
    cron: form.cron.trim(),
    time_zone: form.timeZone,
    window: form.window,
    filter: form.filter,
    ...limitsOf(form),
  };
}
