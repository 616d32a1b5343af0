import { Autocomplete, Group, NumberInput, SegmentedControl, Select, TextInput } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client.ts';
import { experimentsQuery } from '../../../api/experiments.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';
import { BASELINES, MEASURES, NEW_RULE, OF_SCORES, toRule, WINDOWS, type RuleForm } from './rule-form.ts';

interface AddAlertRuleProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function AddAlertRule({ isOpen, onClose }: AddAlertRuleProps) {
  const { data: experiments } = useQuery(experimentsQuery());
  const form = useForm<RuleForm>({ initialValues: NEW_RULE });
  const { kind, measure } = form.values;
  const creation = useChange(async () => {
    await dataOf(api.POST('/api/v1/alert-rules', { body: toRule(form.values) }));
    form.reset();
  }, [['alert-rules']]);
  return (
    <FormModal title="Add an alert rule" action="Add" isOpen={isOpen} onClose={onClose} submission={creation}>
      <TextInput label="Name" required data-autofocus {...form.getInputProps('name')} />
      <Select
        label="Experiment"
        required
        searchable
        data={
          experiments?.experiments.map(({ experiment_id: value, name: label }) => ({ value, label })) ?? []
        }
        {...form.getInputProps('experimentId')}
      />
      <Group grow>
        <Autocomplete label="Measure" required data={MEASURES} {...form.getInputProps('measure')} />
        <Autocomplete label="Window" required data={WINDOWS} {...form.getInputProps('window')} />
      </Group>
      {OF_SCORES.includes(measure) && (
        <TextInput
          label="Scorer"
          description="Name of the assessments"
          {...form.getInputProps('assessment')}
        />
      )}
      <SegmentedControl
        aria-label="Kind of condition"
        data={[
          { value: 'threshold', label: 'Beyond a threshold' },
          { value: 'change', label: 'Changed from before' },
        ]}
        {...form.getInputProps('kind')}
      />
      {kind === 'threshold' ? (
        <Group grow>
          <Select
            label="Is"
            data={['above', 'below']}
            allowDeselect={false}
            {...form.getInputProps('side')}
          />
          <NumberInput label="Threshold" required {...form.getInputProps('amount')} />
        </Group>
      ) : (
        <Group grow>
          <Select
            label="Goes"
            data={['up', 'down', 'either']}
            allowDeselect={false}
            {...form.getInputProps('course')}
          />
          <NumberInput label="By at least" suffix=" %" min={0} required {...form.getInputProps('amount')} />
          <Select
            label="Compared with"
            data={BASELINES}
            allowDeselect={false}
            {...form.getInputProps('baseline')}
          />
        </Group>
      )}
      <TextInput
        label="Only traces where"
        description="A filter, as on the page of traces"
        placeholder="tags.env = 'prod'"
        {...form.getInputProps('filter')}
      />
    </FormModal>
  );
}
