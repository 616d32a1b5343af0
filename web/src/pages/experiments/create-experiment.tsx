import { Button, Group, Modal, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { api, dataOf } from '../../api/client.ts';

interface CreateExperimentProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

export function CreateExperiment({ isOpen, onClose }: CreateExperimentProps) {
  const [name, setName] = useState('');
  const queries = useQueryClient();
  const creation = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/experiments', { body: { name } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['experiments'] });
      setName('');
      onClose();
    },
  });
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    creation.mutate();
  };
  return (
    <Modal opened={isOpen} onClose={onClose} title="New experiment">
      <form onSubmit={submit}>
        <Stack>
          <TextInput
            label="Name"
            description="A collection of traces: usually one application in one environment"
            required
            data-autofocus
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
            error={creation.error?.message}
          />
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button type="submit" loading={creation.isPending}>
              Create
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
