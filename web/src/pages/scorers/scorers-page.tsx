import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { onlineScoringQuery, scorersQuery, type OnlineScoring, type Scorer } from '../../api/scorers.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatPercent, formatTime } from '../../components/format.ts';
import { Page } from '../../components/page.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { kindOfDefinition, modelOfDefinition } from './definition-text.ts';

const route = getRouteApi('/experiments/$experimentId/scorers');

/** Scorers of an experiment, and which new traces each judges. */
export function ScorersPage() {
  const { experimentId } = route.useParams();
  const query = useQuery(scorersQuery(experimentId));
  const { data } = useQuery(onlineScoringQuery(experimentId));
  const online = new Map(data?.online.map((each) => [each.scorer_id, each]));
  const create = (
    <Button
      size="xs"
      renderRoot={(props) => (
        <Link {...(props as object)} to="/experiments/$experimentId/new-scorer" params={{ experimentId }} />
      )}
    >
      New scorer
    </Button>
  );
  return (
    <Page title="Scorers" actions={create}>
      <QueryView query={query}>
        {({ scorers }) =>
          scorers.length === 0 ? (
            <EmptyState title="No scorer is registered here">
              A scorer looks at a trace and says what it finds: a check computes, a judge asks a model. Make
              one and try it on a trace; MLflow’s <code>make_judge(…).register()</code> works too.
            </EmptyState>
          ) : (
            <DataTable
              label="Scorers"
              rows={scorers}
              columns={columnsFor(online)}
              keyOf={({ scorer_id: id }) => id}
              minWidth={820}
            />
          )
        }
      </QueryView>
    </Page>
  );
}

function columnsFor(online: ReadonlyMap<string, OnlineScoring>): readonly Column<Scorer>[] {
  return [
    {
      label: 'Name',
      render: ({ experiment_id: experimentId, name }) => (
        <PageLink
          to="/experiments/$experimentId/scorers/$scorerName"
          params={{ experimentId, scorerName: name }}
          size="sm"
        >
          {name}
        </PageLink>
      ),
    },
    { label: 'Kind', render: ({ definition }) => kindOfDefinition(definition) },
    { label: 'Model', render: ({ definition }) => modelOfDefinition(definition) ?? '–' },
    { label: 'Version', isFigure: true, render: ({ version }) => version },
    { label: 'New traces', render: ({ scorer_id: id }) => <OnlineText online={online.get(id)} /> },
    { label: 'Registered', isFigure: true, render: ({ creation_time: time }) => formatTime(time) },
  ];
}

function OnlineText({ online }: { readonly online: OnlineScoring | undefined }) {
  if (online === undefined || online.sample_rate === 0) {
    return (
      <Text span size="sm" c="var(--text-soft)">
        not judged
      </Text>
    );
  }
  return (
    <Text span size="sm" c="var(--state-ok)">
      {formatPercent(online.sample_rate)}
      {online.filter !== '' && ` of ${online.filter}`}
    </Text>
  );
}
