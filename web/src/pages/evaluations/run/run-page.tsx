import { Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi } from '@tanstack/react-router';
import { EVALUATION_TAG, runQuery, type Run } from '../../../api/runs.ts';
import { formatDuration, formatTime } from '../../../components/format.ts';
import { Page } from '../../../components/page.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import classes from '../evaluation/evaluation.module.css';
import { formatFigure } from '../score-text.ts';
import { StateBadge } from '../state-badge.tsx';
import { KeyValues } from './key-values.tsx';
import { RunArtifacts } from './run-artifacts.tsx';
import { RunTraces } from './run-traces.tsx';

const route = getRouteApi('/experiments/$experimentId/runs/$runId');

/** What a client logged to a run: figures, parameters, datasets, traces, files. */
export function RunPage() {
  const { runId } = route.useParams();
  const query = useQuery(runQuery(runId));
  return (
    <Page title={query.data === undefined ? 'Run' : query.data.name}>
      <QueryView query={query}>{(run) => <Content run={run} />}</QueryView>
    </Page>
  );
}

function Content({ run }: { readonly run: Run }) {
  const metrics = run.metrics.map(({ key, value }) => ({
    key,
    value: typeof value === 'number' ? formatFigure(value) : value,
  }));
  const datasets = run.datasets.map(({ name, digest }) => ({ key: name, value: digest }));
  return (
    <div className={classes.content}>
      <Facts run={run} />
      <KeyValues title="Metrics" entries={metrics} none="Nothing was measured." isFigures />
      <KeyValues title="Parameters" entries={toEntries(run.params)} none="No parameters were logged." />
      <KeyValues title="Datasets" entries={datasets} none="No dataset was used." />
      <RunTraces experimentId={run.experiment_id} runId={run.run_id} />
      <RunArtifacts experimentId={run.experiment_id} runId={run.run_id} />
      <KeyValues title="Tags" entries={toEntries(run.tags)} none="It has no tags." />
    </div>
  );
}

function Facts({ run }: { readonly run: Run }) {
  const { experiment_id: experimentId, run_id: runId, tags } = run;
  const evaluationId = tags[EVALUATION_TAG];
  return (
    <Group gap="lg" className={classes.facts}>
      <PageLink to="/experiments/$experimentId/evaluations" params={{ experimentId }}>
        Evaluations
      </PageLink>
      <StateBadge state={run.status.toLowerCase() as Lowercase<Run['status']>} />
      <span className="tabular">
        {formatTime(run.start_time)}
        {run.end_time !== undefined &&
          `, took ${formatDuration(Date.parse(run.end_time) - Date.parse(run.start_time))}`}
      </span>
      {run.user_id !== '' && <span>by {run.user_id}</span>}
      {evaluationId !== undefined && (
        <PageLink
          to="/experiments/$experimentId/evaluations/$evaluationId"
          params={{ experimentId, evaluationId }}
        >
          Its evaluation
        </PageLink>
      )}
      <PageLink
        to="/experiments/$experimentId/evaluations/compare"
        params={{ experimentId }}
        search={{ candidate: `run:${runId}` } as never}
      >
        Compare
      </PageLink>
      <Text span size="xs" className="tabular">
        {runId}
      </Text>
    </Group>
  );
}

function toEntries(record: Readonly<Record<string, string>>) {
  return Object.entries(record).map(([key, value]) => ({ key, value }));
}
