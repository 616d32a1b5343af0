import { Button, Group, Modal, Stack } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { ProblemNotice } from '../problem-notice.tsx';

interface DeedFormProps {
  readonly title: string;
  readonly action: string;
  readonly isDangerous?: boolean;
  readonly isReady: boolean;
  readonly deed: UseMutationResult<unknown, Error, void>;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** A dialog about traces: what is asked, what went wrong, the button that does it. */
export function DeedForm({ title, action, isDangerous, isReady, deed, onClose, children }: DeedFormProps) {
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    if (isReady) deed.mutate();
  };
  return (
    <Modal opened onClose={onClose} title={title}>
      <form onSubmit={submit}>
        <Stack>
          {children}
          {deed.isError && <ProblemNotice error={deed.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={onClose}>
              Cancel
            </Button>
            <Button
              type="submit"
              color={isDangerous === true ? 'red' : undefined}
              disabled={!isReady}
              loading={deed.isPending}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
