import { ActionIcon, Badge, Button, Group, Popover, Stack, Text, TextInput } from '@mantine/core';
import { IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { useQuery } from '@tanstack/react-query';
import { deletePromptAlias, promptQuery, putPromptAlias, type PromptVersion } from '../../../api/prompts.ts';
import { usePromptChange } from '../../../api/use-prompt-change.ts';

/** Aliases that stand for a version; one more, or one of another version, may be given to it. */
export function AliasList({ version: { name, version, aliases } }: { readonly version: PromptVersion }) {
  const removal = usePromptChange((alias: string) => deletePromptAlias(name, alias));
  return (
    <Group gap={6}>
      <Text size="sm" c="var(--text-soft)">
        Aliases
      </Text>
      {aliases.map((alias) => (
        <Badge
          key={alias}
          variant="light"
          tt="none"
          rightSection={
            <ActionIcon
              size={14}
              variant="transparent"
              aria-label={`Remove the alias ${alias}`}
              onClick={() => removal.mutate(alias)}
            >
              <IconX size={12} />
            </ActionIcon>
          }
        >
          {alias}
        </Badge>
      ))}
      <GiveAlias name={name} version={version} />
    </Group>
  );
}

function GiveAlias({ name, version }: { readonly name: string; readonly version: number }) {
  const [isOpen, setOpen] = useState(false);
  const [alias, setAlias] = useState('');
  const { data: prompt } = useQuery(promptQuery(name));
  const holder = prompt?.aliases[alias];
  const giving = usePromptChange(
    () => putPromptAlias(name, alias, version),
    () => {
      setOpen(false);
      setAlias('');
    },
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    giving.mutate();
  };
  const isMoving = holder !== undefined && holder !== version;
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus position="bottom-start" shadow="md">
      <Popover.Target>
        <Button size="compact-xs" variant="default" onClick={() => setOpen(!isOpen)}>
          Set alias
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap="xs">
            <TextInput
              label="Alias"
              description={
                isMoving ? `Stands for version ${holder} now and moves here` : 'Such as production'
              }
              size="xs"
              required
              value={alias}
              onChange={(event) => setAlias(event.currentTarget.value)}
              error={giving.error?.message}
            />
            <Button type="submit" size="xs" loading={giving.isPending}>
              {isMoving ? 'Move' : 'Set'}
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
