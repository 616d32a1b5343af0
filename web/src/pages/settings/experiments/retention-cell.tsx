import { Button, NumberInput } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client.ts';
import { retentionQuery } from '../../../api/lifecycle.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';

interface RetentionCellProps {
  readonly experimentId: string;
  readonly name: string;
}

const MOST_DAYS = 36_500;

/** For how long traces of an experiment are kept, and a way to change it. */
export function RetentionCell({ experimentId, name }: RetentionCellProps) {
  const { data } = useQuery(retentionQuery);
  const [isOpen, { open, close }] = useDisclosure();
  const own = data?.experiments.find(({ experiment_id: id }) => id === experimentId)?.days;
  const days = own ?? data?.default_days ?? 0;
  const kept = days === 0 ? 'for ever' : `${days} days`;
  return (
    <>
      <Button size="compact-xs" variant="default" onClick={open} aria-label={`Retention of ${name}: ${kept}`}>
        {kept}
      </Button>
      {isOpen && <RetentionForm experimentId={experimentId} name={name} days={days} onClose={close} />}
    </>
  );
}

interface RetentionFormProps extends RetentionCellProps {
  readonly days: number;
  readonly onClose: () => void;
}

function RetentionForm({ experimentId, name, days, onClose }: RetentionFormProps) {
  const [next, setNext] = useState<number | string>(days);
  const change = useChange(
    () =>
      dataOf(
        api.PUT('/api/v1/retention/experiments/{experiment_id}', {
          params: { path: { experiment_id: experimentId } },
          body: { days: Number(next) },
        }),
      ),
    [retentionQuery.queryKey],
  );
  return (
    <FormModal
      title={`Retention of “${name}”`}
      action="Save"
      isOpen
      onClose={onClose}
      submission={change}
      isComplete={next !== ''}
    >
      <NumberInput
        label="Days for which traces are kept"
        description="0: for ever. What is older is removed for good, once a day, unless a legal hold is on it"
        min={0}
        max={MOST_DAYS}
        allowDecimal={false}
        data-autofocus
        value={next}
        onChange={setNext}
      />
    </FormModal>
  );
}
