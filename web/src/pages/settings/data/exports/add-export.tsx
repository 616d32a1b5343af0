import { NumberInput, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { api, dataOf } from '../../../../api/client.ts';
import { exportSchedulesQuery } from '../../../../api/exports.ts';
import { useChange } from '../../../../api/use-change.ts';
import { FormModal } from '../../../../components/form-modal.tsx';
import { useExperimentChoices } from '../use-experiment-choices.ts';
import { daysOf } from './days-of.ts';

interface AddExportProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

const EMPTY = {
  name: '',
  experiment: '',
  every: 'day' as 'hour' | 'day',
  filter: '',
  keepDays: '' as string | number,
};
const INTERVALS = [
  { value: 'day', label: 'Each day' },
  { value: 'hour', label: 'Each hour' },
];

export function AddExport({ isOpen, onClose }: AddExportProps) {
  const form = useForm({ initialValues: EMPTY });
  const experiments = useExperimentChoices();
  const { name, experiment, every, filter, keepDays } = form.values;
  const adding = useChange(async () => {
    await dataOf(
      api.POST('/api/v1/export-schedules', {
        body: {
          name,
          every,
          filter,
          ...(experiment !== '' && { experiment_id: experiment }),
          keep_days: daysOf(keepDays),
        },
      }),
    );
    form.reset();
  }, [exportSchedulesQuery.queryKey]);
  return (
    <FormModal
      title="Schedule an export"
      action="Schedule"
      isOpen={isOpen}
      onClose={onClose}
      submission={adding}
      isComplete={name.trim() !== ''}
    >
      <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
      <Select
        label="Of"
        description="What is exported can’t be changed later: make another schedule"
        data={[{ value: '', label: 'All experiments of the workspace' }, ...experiments]}
        allowDeselect={false}
        searchable
        {...form.getInputProps('experiment')}
      />
      <Select label="How often" data={INTERVALS} allowDeselect={false} {...form.getInputProps('every')} />
      <TextInput
        label="Filter"
        description="Empty: all traces. For example: status = 'ERROR'"
        {...form.getInputProps('filter')}
      />
      <NumberInput
        label="Keep the files for so many days"
        description="Empty: for ever"
        min={1}
        max={36_500}
        allowDecimal={false}
        {...form.getInputProps('keepDays')}
      />
    </FormModal>
  );
}
