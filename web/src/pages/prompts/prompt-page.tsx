import { Anchor, Badge, Breadcrumbs, Button, Group, Text } from '@mantine/core';
import { IconPlus } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useState } from 'react';
import { deletePrompt, promptQuery, type Prompt } from '../../api/prompts.ts';
import { usePromptChange } from '../../api/use-prompt-change.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { NewVersion } from './editing/new-version.tsx';
import classes from './prompt-page.module.css';
import { PromptTabs } from './prompt-tabs.tsx';
import { TagList } from './tag-list.tsx';
import { VersionList } from './version-list.tsx';

const route = getRouteApi('/prompts/$name');

export function PromptPage() {
  const { name } = route.useParams();
  const { version } = route.useSearch();
  const navigate = route.useNavigate();
  const [isEditing, setEditing] = useState(false);
  const prompt = useQuery(promptQuery(name));
  const deletion = usePromptChange(
    () => deletePrompt(name),
    () => void navigate({ to: '/prompts' }),
  );
  const shown = version ?? prompt.data?.latest_version?.version;
  const actions = (
    <>
      <Button size="xs" leftSection={<IconPlus size={14} aria-hidden />} onClick={() => setEditing(true)}>
        New version
      </Button>
      <ConfirmButton label={`Delete the prompt ${name}`} deed={deletion}>
        All its versions and aliases are deleted with it; applications that load it will fail. This can’t be
        undone.
      </ConfirmButton>
    </>
  );
  return (
    <Page title={name} actions={actions} isFilling>
      <QueryView query={prompt}>
        {(found) => (
          <div className={classes.page}>
            <PromptFacts prompt={found} />
            {shown === undefined ? (
              <EmptyState title="No version yet">Register the first one with “New version”.</EmptyState>
            ) : (
              <div className={classes.columns}>
                <VersionList name={name} shown={shown} />
                <PromptTabs prompt={found} version={shown} />
              </div>
            )}
            <NewVersion
              prompt={found}
              from={shown}
              isOpen={isEditing}
              onClose={() => setEditing(false)}
              onCreated={(made) => void navigate({ search: { version: made.version } })}
            />
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function PromptFacts({ prompt: { name, description, tags, aliases } }: { readonly prompt: Prompt }) {
  return (
    <Group className={classes.facts} gap="sm">
      <Breadcrumbs>
        <Anchor component={Link} to="/prompts" size="sm">
          Prompts
        </Anchor>
        <Text size="sm">{name}</Text>
      </Breadcrumbs>
      {description !== '' && (
        <Text size="sm" c="var(--text-soft)">
          {description}
        </Text>
      )}
      {Object.entries(aliases).map(([alias, version]) => (
        <Badge
          key={alias}
          variant="light"
          tt="none"
          renderRoot={(props) => (
            <Link {...(props as object)} to="/prompts/$name" params={{ name }} search={{ version }} />
          )}
        >
          {alias} → v{version}
        </Badge>
      ))}
      <TagList name={name} tags={tags} />
    </Group>
  );
}
