import { ActionIcon, Button, Group, Paper, Select, Stack, Textarea } from '@mantine/core';
import { IconArrowDown, IconArrowUp, IconPlus, IconTrash } from '@tabler/icons-react';
import type { DraftMessage } from './draft.ts';

const ROLES = ['system', 'user', 'assistant'];

interface MessageFieldsProps {
  readonly messages: readonly DraftMessage[];
  readonly onChange: (messages: readonly DraftMessage[]) => void;
}

/** The messages of a chat: their roles, what they say, their order. */
export function MessageFields({ messages, onChange }: MessageFieldsProps) {
  const add = (): void => {
    const key = Math.max(-1, ...messages.map((each) => each.key)) + 1;
    const role = messages.at(-1)?.role === 'user' ? 'assistant' : 'user';
    onChange([...messages, { key, role, content: '', isJson: false, rest: {} }]);
  };
  return (
    <Stack gap="xs">
      {messages.map((message, position) => (
        <MessageField
          key={message.key}
          message={message}
          position={position}
          count={messages.length}
          onChange={(next) => onChange(messages.with(position, next))}
          onMove={(by) => onChange(move(messages, position, by))}
          onRemove={() => onChange(messages.filter(({ key }) => key !== message.key))}
        />
      ))}
      <Group>
        <Button size="xs" variant="default" leftSection={<IconPlus size={14} aria-hidden />} onClick={add}>
          Add a message
        </Button>
      </Group>
    </Stack>
  );
}

interface MessageFieldProps {
  readonly message: DraftMessage;
  readonly position: number;
  readonly count: number;
  readonly onChange: (message: DraftMessage) => void;
  readonly onMove: (by: -1 | 1) => void;
  readonly onRemove: () => void;
}

function MessageField({ message, position, count, onChange, onMove, onRemove }: MessageFieldProps) {
  const { role, content, isJson } = message;
  const which = `message ${position + 1}`;
  return (
    <Paper withBorder p="xs">
      <Group gap={4} mb={6}>
        <Select
          aria-label={`Role of ${which}`}
          size="xs"
          w={130}
          allowDeselect={false}
          data={ROLES.includes(role) ? ROLES : [...ROLES, role]}
          value={role}
          onChange={(next) => onChange({ ...message, role: next ?? role })}
        />
        <Group gap={2} ml="auto">
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Move ${which} up`}
            disabled={position === 0}
            onClick={() => onMove(-1)}
          >
            <IconArrowUp size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Move ${which} down`}
            disabled={position === count - 1}
            onClick={() => onMove(1)}
          >
            <IconArrowDown size={16} />
          </ActionIcon>
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={`Remove ${which}`}
            disabled={count === 1}
            onClick={onRemove}
          >
            <IconTrash size={16} />
          </ActionIcon>
        </Group>
      </Group>
      <Textarea
        aria-label={`Content of ${which}`}
        description={isJson ? 'Parts of the message, as JSON' : undefined}
        autosize
        minRows={2}
        maxRows={16}
        ff="monospace"
        value={content}
        onChange={(event) => onChange({ ...message, content: event.currentTarget.value })}
      />
    </Paper>
  );
}

function move(messages: readonly DraftMessage[], position: number, by: -1 | 1): readonly DraftMessage[] {
  const [message, other] = [messages[position], messages[position + by]];
  if (message === undefined || other === undefined) return messages;
  return messages.with(position, other).with(position + by, message);
}
