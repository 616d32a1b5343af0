import { Alert, Autocomplete, SimpleGrid, Select, Text, TextInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { EVALUATIONS_KEY } from '../../../api/evaluations.ts';
import { createSchedule, fireTimesQuery, updateSchedule, type Schedule } from '../../../api/schedules.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';
import { LimitFields } from './limit-fields.tsx';
import { ScorerChoiceInput } from './scorer-choice.tsx';
import {
  NIGHTLY,
  toSchedule,
  toScheduleForm,
  WINDOWS,
  type ScheduleFormState,
} from './schedule-form-state.ts';
import { isComplete } from './selection-form.ts';

interface ScheduleFormProps {
  readonly experimentId: string;
  /** The one that is changed; a new one when absent. */
  readonly schedule?: Schedule;
  readonly onClose: () => void;
}

const TYPING_MS = 300;
const ZONES = ['UTC', ...Intl.supportedValuesOf('timeZone')];

export function ScheduleForm({ experimentId, schedule, onClose }: ScheduleFormProps) {
  const [form, setForm] = useState(() => (schedule === undefined ? NIGHTLY : toScheduleForm(schedule)));
  const change = (part: Partial<ScheduleFormState>): void => setForm((all) => ({ ...all, ...part }));
  const submission = useChange(
    () =>
      schedule === undefined
        ? createSchedule({ experiment_id: experimentId, ...toSchedule(form) })
        : updateSchedule(schedule.schedule_id, toSchedule(form)),
    [EVALUATIONS_KEY],
  );
  return (
    <FormModal
      title={schedule === undefined ? 'New schedule' : `Change “${schedule.name}”`}
      action={schedule === undefined ? 'Create' : 'Save'}
      isOpen
      size="lg"
      onClose={onClose}
      submission={submission}
      isComplete={form.name.trim() !== '' && form.cron.trim() !== '' && isComplete(form)}
    >
      <TextInput
        label="Name"
        required
        data-autofocus
        value={form.name}
        onChange={({ currentTarget: { value } }) => change({ name: value })}
      />
      <TimeFields form={form} change={change} />
      <Select
        label="Judges"
        data={WINDOWS}
        allowDeselect={false}
        value={form.window}
        onChange={(window) => {
          if (window !== null) change({ window });
        }}
      />
      <TextInput
        label="Filter"
        placeholder="status = 'OK' AND tags.stage = 'production'"
        description="Which traces; all when empty"
        value={form.filter}
        onChange={({ currentTarget: { value } }) => change({ filter: value })}
      />
      <ScorerChoiceInput
        experimentId={experimentId}
        value={form.scorers}
        onChange={(scorers) => change({ scorers })}
      />
      <LimitFields form={form} change={change} />
    </FormModal>
  );
}

interface TimeFieldsProps {
  readonly form: ScheduleFormState;
  readonly change: (part: Partial<ScheduleFormState>) => void;
}

/** When it fires, with the next times as the server counts them. */
function TimeFields({ form, change }: TimeFieldsProps) {
  const [cron] = useDebouncedValue(form.cron, TYPING_MS);
  const [zone] = useDebouncedValue(form.timeZone, TYPING_MS);
  const { data, error } = useQuery(fireTimesQuery(cron, zone));
  return (
    <>
      <SimpleGrid cols={{ base: 1, xs: 2 }}>
        <TextInput
          label="Cron"
          required
          description="Minute, hour, day of month, month, day of week"
          ff="monospace"
          value={form.cron}
          error={error?.message}
          onChange={({ currentTarget: { value } }) => change({ cron: value })}
        />
        <Autocomplete
          label="Time zone"
          required
          description="By whose clock"
          limit={20}
          data={ZONES}
          value={form.timeZone}
          onChange={(timeZone) => change({ timeZone })}
        />
      </SimpleGrid>
      <Alert variant="light" color="gray" title="Next times" mih={92} aria-live="polite">
        <Text size="sm" className="tabular">
          {data?.fire_times.map((time) => inZone(time, zone)).join('  ·  ') ?? '–'}
        </Text>
      </Alert>
    </>
  );
}

/** The server accepted the zone; a browser may know it by another name. */
function inZone(time: string, timeZone: string): string {
  const format: Intl.DateTimeFormatOptions = { dateStyle: 'medium', timeStyle: 'short', hour12: false };
  try {
    return new Date(time).toLocaleString(undefined, { ...format, timeZone });
  } catch {
    return new Date(time).toLocaleString(undefined, format);
  }
}
