import { Alert, MultiSelect, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTraffic } from '../../app/use-traffic.ts';
import { formatTraces } from '../../components/format.ts';
import type { BulkActionProps } from './bulk-bar.tsx';
import { evaluateTraces, scorerChoicesQuery } from '../../api/trace-destinations.ts';
import { DeedForm } from '../../components/send-traces/deed-form.tsx';

/** Begins an evaluation of the chosen traces by registered scorers. */
export function BulkEvaluate({ targets, count, onClose, onDone }: BulkActionProps) {
  const { experimentId } = useTraffic();
  const [names, setNames] = useState<string[]>([]);
  const choices = useQuery(scorerChoicesQuery(experimentId));
  const deed = useMutation({
    mutationFn: () => evaluateTraces(experimentId, targets, names),
    onSuccess: () => onDone(`The evaluation of ${formatTraces(count)} has begun`),
  });
  return (
    <DeedForm
      title={`Evaluate ${formatTraces(count)}`}
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
    </DeedForm>
  );
}
