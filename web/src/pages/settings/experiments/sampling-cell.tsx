import { Button, Checkbox, NumberInput, Text } from '@mantine/core';
import { useForm } from '@mantine/form';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client.ts';
import { samplingQuery } from '../../../api/experiments.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';
import { formatCount } from '../../../components/format.ts';

interface SamplingCellProps {
  readonly experimentId: string;
  readonly name: string;
}

/** Which share of an experiment's traces is kept, and a way to change it. */
export function SamplingCell({ experimentId, name }: SamplingCellProps) {
  const { data } = useQuery(samplingQuery(experimentId));
  const [isOpen, { open, close }] = useDisclosure();
  const share = Math.round((data?.share ?? 1) * 1000) / 10;
  const kept = share === 100 ? 'all' : `${share} %`;
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={open} aria-label={`Sampling of ${name}: ${kept}`}>
        {kept}
      </Button>
      {data !== undefined && data.dropped_traces > 0 && (
        <Text span size="xs" c="var(--text-soft)" ml={6}>
          {formatCount(data.dropped_traces)} left out
        </Text>
      )}
      {isOpen && data !== undefined && (
        <SamplingForm
          experimentId={experimentId}
          title={`Sampling of “${name}”`}
          initial={{ percent: share, keepErrors: data.keep_errors, slowMs: data.keep_slower_than_ms ?? '' }}
          onClose={close}
        />
      )}
    </>
  );
}

interface SamplingValues {
  percent: number | string;
  keepErrors: boolean;
  slowMs: number | string;
}

interface SamplingFormProps {
  readonly experimentId: string;
  readonly title: string;
  readonly initial: SamplingValues;
  readonly onClose: () => void;
}

function SamplingForm({ experimentId, title, initial, onClose }: SamplingFormProps) {
  const form = useForm<SamplingValues>({ initialValues: initial });
  const change = useChange(() => {
    const { percent, keepErrors, slowMs } = form.values;
    return dataOf(
      api.PUT('/api/v1/experiments/{id}/sampling', {
        params: { path: { id: experimentId } },
        body: {
          share: Number(percent) / 100,
          keep_errors: keepErrors,
          ...(slowMs !== '' && { keep_slower_than_ms: Number(slowMs) }),
        },
      }),
    );
  }, [['experiments', experimentId, 'sampling']]);
  return (
    <FormModal title={title} action="Save" isOpen onClose={onClose} submission={change}>
      <NumberInput
        label="Share of traces that is kept"
        description="Whole traces, chosen by their id; what is left out is counted and gone"
        suffix=" %"
        min={0}
        max={100}
        decimalScale={1}
        required
        data-autofocus
        {...form.getInputProps('percent')}
      />
      <Checkbox
        label="Keep every trace with an error"
        {...form.getInputProps('keepErrors', { type: 'checkbox' })}
      />
      <NumberInput
        label="Keep every trace slower than"
        suffix=" ms"
        min={0}
        {...form.getInputProps('slowMs')}
      />
    </FormModal>
  );
}
