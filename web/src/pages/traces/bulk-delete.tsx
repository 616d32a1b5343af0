import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteTraces } from '../../api/traces.ts';
import { formatCount, formatTraces } from '../../components/format.ts';
import type { BulkActionProps } from './bulk-bar.tsx';
import { DeedForm } from '../../components/send-traces/deed-form.tsx';

export function BulkDelete({ targets, count, onClose, onDone }: BulkActionProps) {
  const [done, setDone] = useState(0);
  const deed = useMutation({
    mutationFn: () => deleteTraces(targets, setDone),
    onSuccess: (deleted) => onDone(`Deleted ${formatTraces(deleted)}`),
  });
  return (
    <DeedForm
      title={`Delete ${formatTraces(count)}`}
      action={`Delete ${formatTraces(count)}`}
      isDangerous
      isReady
      deed={deed}
      onClose={onClose}
    >
      <Text size="sm">
        {targets.kind === 'all' && 'All traces that the filter and the time range find, shown or not. '}
        They are gone for good, with their spans, files and assessments. Spans of them that arrive later are
        dropped.
      </Text>
      {deed.isPending && done > 0 && <Text size="sm">{formatCount(done)} are deleted.</Text>}
    </DeedForm>
  );
}
