import { Button, SimpleGrid, Stack, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
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
import { isNativeDefinition, kindOfDefinition, modelOfDefinition } from './definition-text.ts';
import { DefinitionView } from './definition-view.tsx';
import { OnlineForm } from './online-form.tsx';
import classes from './scorers.module.css';
import { TryPanel } from './try-panel.tsx';

const route = getRouteApi('/experiments/$experimentId/scorers/$scorerName');

/** One scorer: its versions, which new traces it judges, a trial, and how far people agree with it. */
export function ScorerPage() {
  const { experimentId, scorerName } = route.useParams();
  const query = useQuery(scorerVersionsQuery(experimentId, scorerName));
  const newest = query.data?.scorers.at(-1);
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
        <>
          <ConfirmButton label={`Delete the scorer “${scorerName}”`} deed={deletion}>
            All of its versions go, and it judges no more. Assessments that it left stay.
          </ConfirmButton>
          {newest !== undefined && isNativeDefinition(newest.definition) && (
            <Button
              size="xs"
              variant="default"
              renderRoot={(props) => (
                <Link
                  {...(props as object)}
                  to="/experiments/$experimentId/new-scorer"
                  params={{ experimentId }}
                  search={{ kind: kindOfDefinition(newest.definition), name: scorerName }}
                />
              )}
            >
              New version
            </Button>
          )}
        </>
      }
    >
      <QueryView query={query}>
        {({ scorers }) =>
          newest === undefined ? null : <Content newest={newest} versions={scorers.toReversed()} />
        }
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
  const known = builtIn?.scorers.find((each) => each.name === kind);
  const isSession = known?.level === 'session' || JSON.stringify(definition).includes('{{ conversation }}');
  return (
    <SimpleGrid cols={{ base: 1, md: 2 }} spacing="md" p="md">
      <Stack>
        <div className={classes.panel}>
          <DefinitionView definition={definition} builtIn={known} />
        </div>
        <section className={classes.listed} aria-label="Versions">
          <Title order={2}>Versions</Title>
          <DataTable
            label="Versions"
            rows={versions}
            columns={VERSIONS}
            keyOf={({ version }) => String(version)}
            minWidth={320}
          />
        </section>
        <div className={classes.panel}>
          <OnlineForm experimentId={experimentId} name={name} scorerId={scorerId} />
        </div>
      </Stack>
      <Stack>
        <div className={classes.panel}>
          <TryPanel
            key={name}
            experimentId={experimentId}
            scorer={() => ({ name })}
            isReady
            isSession={isSession}
          />
        </div>
        <div className={classes.panel}>
          <AgreementPanel experimentId={experimentId} name={name} />
        </div>
      </Stack>
    </SimpleGrid>
  );
}

const VERSIONS: readonly Column<Scorer>[] = [
  { label: 'Version', render: ({ version }) => version },
  { label: 'Model', render: ({ definition }) => modelOfDefinition(definition) ?? '–' },
  { label: 'Registered', isFigure: true, render: ({ creation_time: time }) => formatTime(time) },
];
