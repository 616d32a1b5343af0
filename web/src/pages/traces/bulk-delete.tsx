import { Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { deleteTraces } from '../../api/traces.ts';
import { formatCount } from '../../components/format.ts';
import type { BulkActionProps } from './bulk-bar.tsx';
import { BulkForm } from './bulk-form.tsx';

export function BulkDelete({ targets, count, onClose, onDone }: BulkActionProps) {
  const [done, setDone] = useState(0);
  const deed = useMutation({
    mutationFn: () => deleteTraces(targets, setDone),
    onSuccess: (deleted) => onDone(`Deleted ${formatCount(deleted)} traces`),
  });
  return (
    <BulkForm
      title={`Delete ${formatCount(count)} traces`}
      action={`Delete ${formatCount(count)} traces`}
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
    </BulkForm>
  );
}
