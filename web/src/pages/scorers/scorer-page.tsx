import { Code, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import {
  builtInScorersQuery,
  deleteScorer,
  scorerVersionsQuery,
  SCORERS_KEY,
  type Scorer,
} from '../../api/scorers.ts';
import { useChange } from '../../api/use-change.ts';
import { ConfirmButton } from '../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { formatTime } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { AgreementPanel } from './agreement-panel.tsx';
import { kindOfDefinition, modelOfDefinition } from './definition-text.ts';
import { OnlineForm } from './online-form.tsx';
import { TryPanel } from './try-panel.tsx';

const route = getRouteApi('/experiments/$experimentId/scorers/$scorerName');

/** One scorer: its versions, which new traces it judges, a trial, and how far people agree with it. */
export function ScorerPage() {
  const { experimentId, scorerName } = route.useParams();
  const query = useQuery(scorerVersionsQuery(experimentId, scorerName));
  const navigate = useNavigate();
  const deletion = useChange(
    () => deleteScorer(experimentId, scorerName),
    [SCORERS_KEY],
    () => void navigate({ to: '/experiments/$experimentId/scorers', params: { experimentId } }),
  );
  return (
    <Page
      title={scorerName}
      actions={
        <ConfirmButton label={`Delete the scorer “${scorerName}”`} deed={deletion}>
          All of its versions go, and it judges no more. Assessments that it left stay.
        </ConfirmButton>
      }
    >
      <QueryView query={query}>
        {({ scorers }) => {
          const newest = scorers.at(-1);
          return newest === undefined ? null : <Content newest={newest} versions={scorers.toReversed()} />;
        }}
      </QueryView>
    </Page>
  );
}

interface ContentProps {
  readonly newest: Scorer;
  readonly versions: readonly Scorer[];
}

function Content({ newest, versions }: ContentProps) {
  const { experiment_id: experimentId, name, definition, scorer_id: scorerId } = newest;
  const { data: builtIn } = useQuery(builtInScorersQuery);
  const kind = kindOfDefinition(definition);
  const level = builtIn?.scorers.find((each) => each.name === kind)?.level;
  const isSession = level === 'session' || JSON.stringify(definition).includes('{{ conversation }}');
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="xl" p="md">
      <Stack>
        <section aria-label="Definition">
          <Title order={2} mb="xs">
            {kind}
          </Title>
          <Text size="sm" c="var(--text-soft)" mb="xs">
            {modelOfDefinition(definition) ?? ''}
          </Text>
          <Code block mah={320} style={{ overflow: 'auto', whiteSpace: 'pre-wrap' }} tabIndex={0}>
            {JSON.stringify(definition, undefined, 2)}
          </Code>
        </section>
        <DataTable
          label="Versions"
          rows={versions}
          columns={VERSIONS}
          keyOf={({ version }) => String(version)}
          minWidth={320}
        />
        <OnlineForm experimentId={experimentId} name={name} scorerId={scorerId} />
      </Stack>
      <Stack gap="xl">
        <TryPanel
          key={name}
          experimentId={experimentId}
          scorer={() => ({ name })}
          isReady
          isSession={isSession}
        />
        <AgreementPanel experimentId={experimentId} name={name} />
      </Stack>
    </SimpleGrid>
  );
}

const VERSIONS: readonly Column<Scorer>[] = [
  { label: 'Version', render: ({ version }) => version },
  { label: 'Model', render: ({ definition }) => modelOfDefinition(definition) ?? '–' },
  { label: 'Registered', isFigure: true, render: ({ creation_time: time }) => formatTime(time) },
];
