import { ActionIcon, Button, Group, Modal, Stack, Text, Tooltip } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconTrash, type Icon } from '@tabler/icons-react';
import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.tsx';

interface ConfirmButtonProps {
  /** What it does, with its object: Delete the key “openai”. */
  readonly label: string;
  /** The word on the button that does it. */
  readonly action?: string;
  readonly icon?: Icon;
  /** What will be gone or changed, and whether it can be undone. */
  readonly children: ReactNode;
  readonly deed: UseMutationResult<unknown, Error, void>;
}

/** An action that is asked about once more before it is done. */
export function ConfirmButton({
  label,
  action = 'Delete',
  icon: Glyph = IconTrash,
  children,
  deed,
}: ConfirmButtonProps) {
  const [isOpen, { open, close }] = useDisclosure();
  return (
    <>
      <Tooltip label={label}>
        <ActionIcon variant="subtle" color="gray" aria-label={label} onClick={open}>
          <Glyph size={16} />
        </ActionIcon>
      </Tooltip>
      <Modal opened={isOpen} onClose={close} title={label}>
        <Stack>
          <Text size="sm" component="div">
            {children}
          </Text>
          {deed.isError && <ProblemNotice error={deed.error} />}
          <Group justify="flex-end">
            <Button variant="default" onClick={close} data-autofocus>
              Cancel
            </Button>
            <Button
              color="red"
              loading={deed.isPending}
              onClick={() => deed.mutate(undefined, { onSuccess: close })}
            >
              {action}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
