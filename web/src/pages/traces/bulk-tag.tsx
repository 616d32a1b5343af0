import { SegmentedControl, Text, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { tagTraces } from '../../api/traces.ts';
import { formatCount, formatTraces } from '../../components/format.ts';
import type { BulkActionProps } from './bulk-bar.tsx';
import { DeedForm } from '../../components/send-traces/deed-form.tsx';

/** Sets a tag on the chosen traces, or removes one. */
export function BulkTag({ targets, count, onClose, onDone }: BulkActionProps) {
  const [mode, setMode] = useState<string>('set');
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const [done, setDone] = useState(0);
  const isSetting = mode === 'set';
  const deed = useMutation({
    mutationFn: () => tagTraces(targets, { [key.trim()]: isSetting ? value : null }, setDone),
    onSuccess: (tagged) => onDone(`${isSetting ? 'Tagged' : 'Removed the tag from'} ${formatTraces(tagged)}`),
  });
  return (
    <DeedForm
      title={`Tag ${formatTraces(count)}`}
      action={isSetting ? 'Set the tag' : 'Remove the tag'}
      isReady={key.trim() !== ''}
      deed={deed}
      onClose={onClose}
    >
      <SegmentedControl
        aria-label="What to do with the tag"
        value={mode}
        onChange={setMode}
        data={[
          { value: 'set', label: 'Set' },
          { value: 'remove', label: 'Remove' },
        ]}
      />
      <TextInput
        label="Key"
        required
        data-autofocus
        value={key}
        onChange={(event) => setKey(event.currentTarget.value)}
      />
      {isSetting && (
        <TextInput label="Value" value={value} onChange={(event) => setValue(event.currentTarget.value)} />
      )}
      {deed.isPending && done > 0 && <Text size="sm">{formatCount(done)} are done.</Text>}
    </DeedForm>
  );
}
