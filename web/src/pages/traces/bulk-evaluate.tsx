import { Alert, MultiSelect, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTraffic } from '../../app/use-traffic.ts';
import { formatCount } from '../../components/format.ts';
import type { BulkActionProps } from './bulk-bar.tsx';
import { evaluateTraces, scorerChoicesQuery } from './bulk-destinations.ts';
import { BulkForm } from './bulk-form.tsx';

/** Begins an evaluation of the chosen traces by registered scorers. */
export function BulkEvaluate({ targets, count, onClose, onDone }: BulkActionProps) {
  const { experimentId } = useTraffic();
  const [names, setNames] = useState<string[]>([]);
  const choices = useQuery(scorerChoicesQuery(experimentId));
  const deed = useMutation({
    mutationFn: () => evaluateTraces(experimentId, targets, names),
    onSuccess: () => onDone(`The evaluation of ${formatCount(count)} traces has begun`),
  });
  return (
    <BulkForm
      title={`Evaluate ${formatCount(count)} traces`}
      action="Begin"
      isReady={names.length > 0}
      deed={deed}
      onClose={onClose}
    >
      {choices.data?.length === 0 ? (
        <Alert color="gray">This experiment has no scorer yet: register one first.</Alert>
      ) : (
        <MultiSelect
          label="Scorers"
          data={choices.data ?? []}
          value={names}
          onChange={setNames}
          searchable
          required
          data-autofocus
        />
      )}
      <Text size="sm" c="var(--text-soft)">
        The newest version of each. Verdicts appear beside the traces as they are given.
      </Text>
    </BulkForm>
  );
}
