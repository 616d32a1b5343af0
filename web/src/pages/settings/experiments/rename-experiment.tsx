import { ActionIcon, TextInput, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconPencil } from '@tabler/icons-react';
import { useState } from 'react';
import { api, dataOf } from '../../../api/client.ts';
import type { Experiment } from '../../../api/experiments.ts';
import { useChange } from '../../../api/use-change.ts';
import { FormModal } from '../../../components/form-modal.tsx';

export function RenameExperiment({ experiment_id: id, name }: Experiment) {
  const [isOpen, { open, close }] = useDisclosure();
  const [next, setNext] = useState(name);
  const label = `Rename the experiment “${name}”`;
  const renaming = useChange(
    () =>
      dataOf(
        api.PATCH('/api/v1/experiments/{experiment_id}', {
          params: { path: { experiment_id: id } },
          body: { name: next },
        }),
      ),
    [['experiments']],
  );
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={open}>
          <IconPencil size={16} />
        </ActionIcon>
      </Tooltip>
      <FormModal title={label} action="Rename" isOpen={isOpen} onClose={close} submission={renaming}>
        <TextInput
          label="Name"
          required
          data-autofocus
          value={next}
          onChange={(event) => setNext(event.currentTarget.value)}
        />
      </FormModal>
    </>
  );
}
