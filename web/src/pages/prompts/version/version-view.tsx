import { Badge, Code, Group, Paper, Stack, Text, Title } from '@mantine/core';
import { deletePromptVersion, type PromptVersion } from '../../../api/prompts.ts';
import { usePromptChange } from '../../../api/use-prompt-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { formatTime } from '../../../components/format.ts';
import { getRouteApi } from '@tanstack/react-router';
import { TagList } from '../tag-list.tsx';
import { AliasList } from './alias-list.tsx';
import { TemplateText } from './template-text.tsx';

const route = getRouteApi('/prompts/$name');

/** What one version says, and what is said about it. */
export function VersionView({ version }: { readonly version: PromptVersion }) {
  const { name, version: number, variables, tags, commit_message: message } = version;
  const navigate = route.useNavigate();
  const deletion = usePromptChange(
    () => deletePromptVersion(name, number),
    () => void navigate({ search: {} }),
  );
  return (
    <Stack p="md" gap="md">
      <Group justify="space-between" align="flex-start" wrap="nowrap">
        <Stack gap={2}>
          <Text fw={600}>{message === '' ? 'No commit message' : message}</Text>
          <Text size="sm" c="var(--text-soft)" className="tabular">
            Version {number}, {formatTime(version.creation_time)}
          </Text>
        </Stack>
        <ConfirmButton label={`Delete version ${number}`} deed={deletion}>
          Aliases that stand for it go with it. The number is not given again.
        </ConfirmButton>
      </Group>
      <Group gap="lg">
        <AliasList version={version} />
        <TagList name={name} version={number} tags={tags} />
      </Group>
      <VersionContent version={version} />
      {variables.length > 0 && (
        <Group gap={6}>
          <Text size="sm" c="var(--text-soft)">
            Variables
          </Text>
          {variables.map((variable) => (
            <Badge key={variable} variant="default" tt="none" fw={500} ff="monospace">
              {variable}
            </Badge>
          ))}
        </Group>
      )}
      <JsonPart title="Response format" value={version.response_format} />
      <JsonPart title="Model config" value={version.model_config} />
    </Stack>
  );
}

function VersionContent({ version: { template, messages } }: { readonly version: PromptVersion }) {
  if (messages === undefined) {
    return (
      <Paper withBorder p="md" component="section" aria-label="Template">
        <TemplateText template={template ?? ''} />
      </Paper>
    );
  }
  return (
    <Stack gap="xs" component="section" aria-label="Template">
      {messages.map(({ role, content }, position) => (
        <Paper key={position} withBorder p="sm">
          <Text size="xs" fw={700} c="var(--text-soft)" mb={4}>
            {role}
          </Text>
          <TemplateText
            template={typeof content === 'string' ? content : JSON.stringify(content, undefined, 2)}
          />
        </Paper>
      ))}
    </Stack>
  );
}

function JsonPart({ title, value }: { readonly title: string; readonly value: unknown }) {
  if (value === undefined || value === null) return null;
  return (
    <section>
      <Title order={2} size="h3" mb={4}>
        {title}
      </Title>
      <Code block>{JSON.stringify(value, undefined, 2)}</Code>
    </section>
  );
}
