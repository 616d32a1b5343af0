import { Button, Group, Modal, Stack } from '@mantine/core';
import type { UseMutationResult } from '@tanstack/react-query';
import type { FormEvent, ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.tsx';

interface FormModalProps {
  readonly title: string;
  /** What the button does: Create, Save. */
  readonly action: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly submission: UseMutationResult<unknown, Error, void>;
  readonly size?: string | number;
  /** Whether everything is given without which the server would refuse; while not, nothing is sent. */
  readonly isComplete?: boolean;
  readonly children: ReactNode;
}

/** A form in a dialog: sends once, stays with the server's words when it is refused, closes when it is done. */
export function FormModal({
  title,
  action,
  isOpen,
  onClose,
  submission,
  size,
  isComplete = true,
  children,
}: FormModalProps) {
  const close = (): void => {
    submission.reset();
    onClose();
  };
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    submission.mutate(undefined, { onSuccess: close });
  };
  return (
    <Modal opened={isOpen} onClose={close} title={title} size={size}>
      <form onSubmit={submit}>
        <Stack>
          {children}
          {submission.isError && <ProblemNotice error={submission.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close}>
              Cancel
            </Button>
            <Button type="submit" disabled={!isComplete} loading={submission.isPending}>
              {action}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
