import { Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { clientRunsQuery, type Run } from '../../api/runs.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatDuration, formatTime } from '../../components/format.ts';
import { QueryView } from '../../components/query-view.tsx';
import { VirtualTable, type VirtualColumn } from '../../components/virtual-table.tsx';
import { PageLink } from '../../components/page-link.tsx';
import classes from './evaluations.module.css';
import { formatFigure } from './score-text.ts';
import { StateBadge } from './state-badge.tsx';

/** Runs that clients made, such as `mlflow.genai.evaluate`. */
export function RunList({ experimentId }: { readonly experimentId: string }) {
  const query = useInfiniteQuery(clientRunsQuery(experimentId));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const runs = query.data?.pages.flatMap((page) => page.runs) ?? [];
  return (
    <QueryView query={query}>
      {() =>
        runs.length === 0 ? (
          <EmptyState title="No client has made a run here yet">
            <code>mlflow.genai.evaluate(data, predict_fn, scorers)</code> and <code>evaluate()</code> of
            @millrace/sdk make one each time.
          </EmptyState>
        ) : (
          <VirtualTable
            label="Runs of clients"
            rows={runs}
            columns={COLUMNS}
            keyOf={({ run_id: id }) => id}
            minWidth={900}
            onMore={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined}
          />
        )
      }
    </QueryView>
  );
}

const COLUMNS: readonly VirtualColumn<Run>[] = [
  {
    label: 'Name',
    width: 'minmax(140px, 1fr)',
    render: ({ run_id: runId, experiment_id: experimentId, name }) => (
      <PageLink to="/experiments/$experimentId/runs/$runId" params={{ experimentId, runId }} size="sm">
        {name}
      </PageLink>
    ),
  },
  { label: 'State', width: '110px', render: ({ status }) => <StateBadge state={lowercase(status)} /> },
  { label: 'Metrics', width: 'minmax(240px, 3fr)', render: (run) => <Metrics run={run} /> },
  {
    label: 'Datasets',
    width: 'minmax(100px, 1fr)',
    render: ({ datasets }) => datasets.map(({ name }) => name).join(', ') || '–',
  },
  { label: 'Took', width: '92px', isFigure: true, render: tookText },
  { label: 'Began', width: '140px', isFigure: true, render: ({ start_time: time }) => formatTime(time) },
];

function Metrics({ run }: { readonly run: Run }) {
  return (
    <div className={classes.scores}>
      {run.metrics.map(({ key, value }) => (
        <span key={key} className={classes.score}>
          <Text span size="sm" c="var(--text-soft)">
            {key}
          </Text>
          <Text span size="sm" fw={600} className="tabular">
            {typeof value === 'number' ? formatFigure(value) : value}
          </Text>
        </span>
      ))}
    </div>
  );
}

function lowercase(status: Run['status']): Lowercase<Run['status']> {
  return status.toLowerCase() as Lowercase<Run['status']>;
}

function tookText({ start_time: from, end_time: to }: Run): string {
  return to === undefined ? '–' : formatDuration(Date.parse(to) - Date.parse(from));
}
