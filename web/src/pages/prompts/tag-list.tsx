import { ActionIcon, Badge, Group, Popover, Stack, TextInput, Tooltip, Button } from '@mantine/core';
import { IconTag, IconX } from '@tabler/icons-react';
import { useState, type FormEvent } from 'react';
import { deletePromptTag, putPromptTag } from '../../api/prompts.ts';
import { usePromptChange } from '../../api/use-prompt-change.ts';

interface TagListProps {
  readonly name: string;
  /** Tags of the prompt itself when absent. */
  readonly version?: number;
  readonly tags: Readonly<Record<string, string>>;
}

/** Tags, each with a way to take it off, and a way to add one. */
export function TagList({ name, version, tags }: TagListProps) {
  const removal = usePromptChange((key: string) => deletePromptTag(name, version, key));
  return (
    <Group gap={4}>
      {Object.entries(tags).map(([key, value]) => (
        <Badge
          key={key}
          variant="default"
          tt="none"
          fw={500}
          maw={320}
          rightSection={
            <ActionIcon
              size={14}
              variant="transparent"
              color="gray"
              aria-label={`Take off the tag ${key}`}
              onClick={() => removal.mutate(key)}
            >
              <IconX size={12} />
            </ActionIcon>
          }
        >
          {key}: {value}
        </Badge>
      ))}
      <AddTag name={name} version={version} />
    </Group>
  );
}

function AddTag({ name, version }: Omit<TagListProps, 'tags'>) {
  const [isOpen, setOpen] = useState(false);
  const [key, setKey] = useState('');
  const [value, setValue] = useState('');
  const addition = usePromptChange(
    () => putPromptTag(name, version, key, value),
    () => {
      setOpen(false);
      setKey('');
      setValue('');
    },
  );
  const submit = (event: FormEvent): void => {
    event.preventDefault();
    addition.mutate();
  };
  return (
    <Popover opened={isOpen} onChange={setOpen} trapFocus position="bottom-start" shadow="md">
      <Popover.Target>
        <Tooltip label="Add a tag">
          <ActionIcon
            size="sm"
            variant="subtle"
            color="gray"
            aria-label={version === undefined ? 'Add a tag to the prompt' : 'Add a tag to the version'}
            onClick={() => setOpen(!isOpen)}
          >
            <IconTag size={14} />
          </ActionIcon>
        </Tooltip>
      </Popover.Target>
      <Popover.Dropdown>
        <form onSubmit={submit}>
          <Stack gap="xs">
            <TextInput
              label="Key"
              size="xs"
              required
              value={key}
              onChange={(event) => setKey(event.currentTarget.value)}
              error={addition.error?.message}
            />
            <TextInput
              label="Value"
              size="xs"
              value={value}
              onChange={(event) => setValue(event.currentTarget.value)}
            />
            <Button type="submit" size="xs" loading={addition.isPending}>
              Set
            </Button>
          </Stack>
        </form>
      </Popover.Dropdown>
    </Popover>
  );
}
