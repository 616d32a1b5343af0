import { Anchor, Badge, Button, Group, Text, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useInfiniteQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { promptsQuery, type Prompt } from '../../api/prompts.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatTime } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';
import { NewPrompt } from './editing/new-prompt.tsx';
import { toPromptFilter } from './prompt-filter.ts';

const TYPING_MS = 250;
const route = getRouteApi('/prompts');

export function PromptsPage() {
  const { search = '' } = route.useSearch();
  const navigate = route.useNavigate();
  const [isCreating, setCreating] = useState(false);
  const prompts = useInfiniteQuery(promptsQuery(toPromptFilter(search)));
  const look = useDebouncedCallback(
    (typed: string) => void navigate({ search: { search: typed === '' ? undefined : typed }, replace: true }),
    TYPING_MS,
  );
  const actions = (
    <>
      <TextInput
        aria-label="Search prompts"
        placeholder="Name, or tag as key=value"
        leftSection={<IconSearch size={16} aria-hidden />}
        size="xs"
        w={240}
        defaultValue={search}
        onChange={(event) => look(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant="default"
        renderRoot={(props) => <Link {...(props as object)} to="/playground" />}
      >
        Playground
      </Button>
      <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setCreating(true)}>
        New prompt
      </Button>
    </>
  );
  return (
    <Page title="Prompts" isFilling actions={actions}>
      <QueryView query={prompts}>
        {({ pages }) => {
          const listed = pages.flatMap((page) => page.prompts);
          if (listed.length === 0) return <NoPrompts search={search} onCreate={() => setCreating(true)} />;
          return (
            <VirtualTable
              label="Prompts"
              rows={listed}
              columns={COLUMNS}
              keyOf={({ name }) => name}
              minWidth={760}
              onMore={prompts.hasNextPage ? () => void prompts.fetchNextPage() : undefined}
            />
          );
        }}
      </QueryView>
      <NewPrompt isOpen={isCreating} onClose={() => setCreating(false)} />
    </Page>
  );
}

const COLUMNS: readonly VirtualColumn<Prompt>[] = [
  {
    label: 'Name',
    width: 'minmax(180px, 1.2fr)',
    render: ({ name }) => (
      <Anchor component={Link} size="sm" fw={500} to="/prompts/$name" params={{ name } as never}>
        {name}
      </Anchor>
    ),
  },
  {
    label: 'Latest',
    width: '60px',
    isFigure: true,
    render: ({ latest_version: latest }) => (latest === undefined ? '–' : `v${latest.version}`),
  },
  {
    label: 'Aliases',
    width: 'minmax(200px, 1fr)',
    render: ({ aliases }) => (
      <Group gap={4} wrap="nowrap">
        {Object.entries(aliases).map(([alias, version]) => (
          <Badge key={alias} variant="light" tt="none" flex="none">
            {alias} v{version}
          </Badge>
        ))}
      </Group>
    ),
  },
  { label: 'Last change', width: 'minmax(180px, 2fr)', render: lastChange },
  {
    label: 'Tags',
    width: 'minmax(140px, 0.8fr)',
    render: ({ tags }) => (
      <Group gap={4} wrap="nowrap">
        {Object.entries(tags).map(([key, value]) => (
          <Badge key={key} variant="default" tt="none" fw={500} flex="none">
            {key}: {value}
          </Badge>
        ))}
      </Group>
    ),
  },
  { label: 'Changed', width: '130px', render: ({ last_update_time: time }) => formatTime(time) },
];

function lastChange({ latest_version: latest, description }: Prompt) {
  const said = latest?.commit_message ?? '';
  return (
    <Text span size="sm" c="var(--text-soft)">
      {said === '' ? description : said}
    </Text>
  );
}

function NoPrompts({ search, onCreate }: { readonly search: string; readonly onCreate: () => void }) {
  if (search !== '') {
    return (
      <EmptyState title="No prompt matches">
        Search by a part of the name, or by a tag as key=value. A filter such as{' '}
        <code>tags.team = &apos;a&apos;</code> works too.
      </EmptyState>
    );
  }
  return (
    <EmptyState title="No prompts yet">
      A prompt is a template with numbered versions that your application loads by name. Register one with{' '}
      <code>mlflow.genai.register_prompt</code>, or here.
      <Group justify="center" mt="md">
        <Button onClick={onCreate}>New prompt</Button>
      </Group>
    </EmptyState>
  );
}
