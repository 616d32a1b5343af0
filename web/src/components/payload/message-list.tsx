import { Badge, Group, Text } from '@mantine/core';
import { IconBrain, IconCornerDownRight, IconFile, IconTool } from '@tabler/icons-react';
import { useState } from 'react';
import { Button } from '@mantine/core';
import { formatCount } from '../format.ts';
import { JsonTree } from './json-tree.tsx';
import type { MessagePart } from './message-parts.ts';
import { parsePayload, type PayloadValue } from './parse-payload.ts';
import { Picture } from './picture.tsx';
import type { Message } from './read-messages.ts';
import { RichText } from './rich-text.tsx';
import classes from './payload.module.css';

/** Of a long conversation the newest are shown first. */
const WINDOW = 40;

/** A conversation: who said what, tools called and what they answered. */
export function MessageList({ messages }: { readonly messages: readonly Message[] }) {
  const [shown, setShown] = useState(WINDOW);
  const hidden = Math.max(0, messages.length - shown);
  return (
    <div className={classes.messages}>
      {hidden > 0 && (
        <Button size="compact-xs" variant="default" onClick={() => setShown(shown + WINDOW)}>
          {formatCount(hidden)} earlier messages
        </Button>
      )}
      {messages.slice(hidden).map((message, index) => (
        <MessageCard key={hidden + index} message={message} />
      ))}
    </div>
  );
}

function MessageCard({ message: { role, name, parts } }: { readonly message: Message }) {
  return (
    <article className={classes.message} data-role={role} aria-label={`${role} message`}>
      <div className={classes.role}>
        {role}
        {name !== undefined && <span className={classes.soft}> {name}</span>}
      </div>
      {parts.length === 0 && <span className={classes.soft}>empty</span>}
      {parts.map((part, index) => (
        <Part key={index} part={part} />
      ))}
    </article>
  );
}

function Part({ part }: { readonly part: MessagePart }) {
  switch (part.kind) {
    case 'text':
      return <RichText text={part.text} />;
    case 'reasoning':
      return (
        <details className={classes.reasoning}>
          <summary>
            <IconBrain size={14} aria-hidden /> Reasoning
          </summary>
          <RichText text={part.text} />
        </details>
      );
    case 'tool-call':
      return (
        <div className={classes.tool}>
          <Group gap={6}>
            <IconTool size={14} color="var(--span-tool)" aria-hidden />
            <Text span size="sm" fw={600} ff="monospace">
              {part.name}
            </Text>
            <CallId id={part.id} />
          </Group>
          <PlainValue value={part.input} />
        </div>
      );
    case 'tool-result':
      return (
        <div className={classes.tool}>
          <Group gap={6}>
            <IconCornerDownRight size={14} color="var(--span-tool)" aria-hidden />
            <Text span size="sm" fw={600}>
              Result{part.name !== '' && ` of ${part.name}`}
            </Text>
            <CallId id={part.id} />
          </Group>
          <PlainValue value={part.result} />
        </div>
      );
    case 'image':
      return <Picture url={part.url} />;
    case 'file':
      return (
        <Group gap={6}>
          <IconFile size={14} aria-hidden />
          <Text span size="sm">
            {part.mediaType}, {formatCount(part.size)} bytes
          </Text>
        </Group>
      );
    case 'other':
      return <JsonTree value={part.value} />;
  }
}

function CallId({ id }: { readonly id: string }) {
  if (id === '') return null;
  return (
    <Badge variant="default" size="xs" tt="none" fw={400} radius="sm" maw={180} title={id}>
      {id}
    </Badge>
  );
}

/** Arguments and results are often JSON inside a text. */
function PlainValue({ value }: { readonly value: PayloadValue }) {
  const parsed = typeof value === 'string' ? parsePayload(value) : value;
  if (parsed === null) return null;
  return typeof parsed === 'string' ? <RichText text={parsed} /> : <JsonTree value={parsed} />;
}
