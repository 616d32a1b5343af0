import {
  Accordion,
  Badge,
  Group,
  JsonInput,
  SegmentedControl,
  Text,
  Textarea,
  TextInput,
} from '@mantine/core';
import { variablesOf } from '../version/split-template.ts';
import { textsOf, type PromptDraft } from './draft.ts';
import { MessageFields } from './message-fields.tsx';

interface PromptFieldsProps {
  readonly draft: PromptDraft;
  readonly onChange: (draft: PromptDraft) => void;
}

/** The content of a version. */
export function PromptFields({ draft, onChange }: PromptFieldsProps) {
  const { kind, template, messages } = draft;
  const variables = variablesOf(textsOf(draft));
  const change = (part: Partial<PromptDraft>): void => onChange({ ...draft, ...part });
  return (
    <>
      <SegmentedControl
        aria-label="Kind of prompt"
        value={kind}
        onChange={(next) => change({ kind: next === 'chat' ? 'chat' : 'text' })}
        data={[
          { value: 'text', label: 'Text' },
          { value: 'chat', label: 'Chat' },
        ]}
      />
      {kind === 'text' ? (
        <Textarea
          label="Template"
          description="Variables in double braces: {{question}}"
          autosize
          minRows={8}
          maxRows={24}
          ff="monospace"
          value={template}
          onChange={(event) => change({ template: event.currentTarget.value })}
        />
      ) : (
        <MessageFields messages={messages} onChange={(next) => change({ messages: next })} />
      )}
      <Group gap={6} mih={22} aria-live="polite">
        <Text size="sm" c="var(--text-soft)">
          {variables.length === 0 ? 'No variables' : 'Variables'}
        </Text>
        {variables.map((variable) => (
          <Badge key={variable} variant="default" tt="none" fw={500} ff="monospace">
            {variable}
          </Badge>
        ))}
      </Group>
      <SettingsFields draft={draft} change={change} />
      <TextInput
        label="Commit message"
        description="What changed, and why"
        value={draft.commitMessage}
        onChange={(event) => change({ commitMessage: event.currentTarget.value })}
      />
    </>
  );
}

interface SettingsFieldsProps {
  readonly draft: PromptDraft;
  readonly change: (part: Partial<PromptDraft>) => void;
}

/** What most prompts do without. */
function SettingsFields({ draft: { responseFormat, modelConfig }, change }: SettingsFieldsProps) {
  return (
    <Accordion variant="contained" chevronPosition="left">
      <Accordion.Item value="settings">
        <Accordion.Control>Response format and model</Accordion.Control>
        <Accordion.Panel>
          <JsonInput
            label="Response format"
            description="JSON schema of the answer"
            autosize
            minRows={3}
            maxRows={14}
            value={responseFormat}
            onChange={(next) => change({ responseFormat: next })}
          />
          <JsonInput
            mt="sm"
            label="Model config"
            description={'The model it is meant for: {"model_name": "gpt-4.1-mini", "temperature": 0.2}'}
            autosize
            minRows={3}
            maxRows={14}
            value={modelConfig}
            onChange={(next) => change({ modelConfig: next })}
          />
        </Accordion.Panel>
      </Accordion.Item>
    </Accordion>
  );
}
