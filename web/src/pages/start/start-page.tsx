import { Alert, Anchor, Button, Code, Group, Loader, Paper, Stack, Tabs, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { currentWorkspace } from '../../api/workspace.ts';
import { CopyText } from '../../components/copy-text.tsx';
import { Page } from '../../components/page.tsx';
import { snippetsFor, type Snippet } from './snippets.ts';
import classes from './start-page.module.css';
import { useFirstTrace } from './use-first-trace.ts';

const WIDTH = 860;

/** How to send the first trace; notices it arriving. */
export function StartPage() {
  const workspace = currentWorkspace();
  const snippets = snippetsFor(location.origin, workspace === 'default' ? undefined : workspace);
  return (
    <Page title="Send your first trace">
      <Stack p="md" gap="lg" maw={WIDTH}>
        <Text size="sm">
          Millrace takes OpenTelemetry at <Code>{location.origin}/v1/traces</Code> and whatever the{' '}
          <Code>mlflow</Code> client sends to <Code>{location.origin}</Code>. Run one of these; this page
          notices.
        </Text>
        <Arrival />
        <Tabs defaultValue={snippets[0]?.label ?? null} keepMounted={false}>
          <Tabs.List>
            {snippets.map(({ label }) => (
              <Tabs.Tab key={label} value={label}>
                {label}
              </Tabs.Tab>
            ))}
          </Tabs.List>
          {snippets.map((snippet) => (
            <Tabs.Panel key={snippet.label} value={snippet.label} pt="sm">
              <SnippetView {...snippet} />
            </Tabs.Panel>
          ))}
        </Tabs>
        <Stack gap={4}>
          <Title order={2}>No application at hand?</Title>
          <Text size="sm" c="var(--text-soft)">
            <Code>npm run demo -- --url {location.origin}</Code> loads a week of a made-up shop: a chat
            assistant with retrieval, an agent with tools, errors, two prompt versions, evaluations.
          </Text>
        </Stack>
      </Stack>
    </Page>
  );
}

function Arrival() {
  const { experimentId, isAway } = useFirstTrace();
  if (experimentId === undefined) {
    return (
      <Paper withBorder p="sm" role="status">
        <Group gap="sm">
          <Loader size="xs" aria-hidden />
          <Text size="sm">
            {isAway ? 'The server does not answer at the moment …' : 'Waiting for a trace …'}
          </Text>
        </Group>
      </Paper>
    );
  }
  return (
    <Alert
      color="green"
      variant="light"
      icon={<IconCircleCheck />}
      title="Your first trace is here"
      role="status"
    >
      <Group gap="md">
        <Button
          size="xs"
          renderRoot={(props) => (
            <Link {...props} to="/experiments/$experimentId/traces" params={{ experimentId }} />
          )}
        >
          Look at it
        </Button>
        <Anchor component={Link} to="/experiments/$experimentId" params={{ experimentId } as never} size="sm">
          Overview of the experiment
        </Anchor>
      </Group>
    </Alert>
  );
}

function SnippetView({ label, need, text }: Snippet) {
  return (
    <Stack gap="xs">
      <Text size="sm" c="var(--text-soft)">
        {need}
      </Text>
      <div className={classes.snippet}>
        <pre tabIndex={0} aria-label={`${label} program`} className={classes.text}>
          <code>{text}</code>
        </pre>
        <div className={classes.copy}>
          <CopyText label="Copy" text={text} />
        </div>
      </div>
    </Stack>
  );
}
