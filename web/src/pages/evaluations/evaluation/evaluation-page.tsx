import { Breadcrumbs, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import {
  deleteEvaluation,
  evaluationQuery,
  evaluationResultsQuery,
  EVALUATIONS_KEY,
  isEnded,
  type Evaluation,
} from '../../../api/evaluations.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { formatCost, formatDuration, formatTime } from '../../../components/format.ts';
import { Page } from '../../../components/page.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import { EvaluationButtons } from '../evaluation-buttons.tsx';
import { describeSelection } from '../selection-text.ts';
import { StateBadge } from '../state-badge.tsx';
import { CoverageFigure } from './coverage-figure.tsx';
import classes from './evaluation.module.css';
import { FailureGroups } from './failure-groups.tsx';
import { ItemTable } from './item-table.tsx';
import { ScorerSummaries } from './scorer-summaries.tsx';

const route = getRouteApi('/experiments/$experimentId/evaluations/$evaluationId');

/** One evaluation: what became of every trace, what its scorers found. */
export function EvaluationPage() {
  const { evaluationId } = route.useParams();
  const query = useQuery(evaluationQuery(evaluationId));
  return (
    <Page
      title={query.data === undefined ? 'Evaluation' : query.data.name}
      actions={query.data !== undefined && <Actions evaluation={query.data} />}
    >
      <QueryView query={query}>{(evaluation) => <Content evaluation={evaluation} />}</QueryView>
    </Page>
  );
}

function Content({ evaluation }: { readonly evaluation: Evaluation }) {
  const results = useQuery(evaluationResultsQuery(evaluation));
  return (
    <div className={classes.content}>
      <Facts evaluation={evaluation} />
      {evaluation.failure !== undefined && (
        <Text c="var(--state-error)" size="sm" role="alert">
          {evaluation.failure}
        </Text>
      )}
      <CoverageFigure ledger={evaluation.ledger} />
      <QueryView query={results} lines={4}>
        {({ scorers, failures }) => (
          <>
            <ScorerSummaries scorers={scorers} />
            <FailureGroups failures={failures} experimentId={evaluation.experiment_id} />
          </>
        )}
      </QueryView>
      <ItemTable evaluation={evaluation} />
    </div>
  );
}

function Facts({ evaluation }: { readonly evaluation: Evaluation }) {
  const { experiment_id: experimentId, run_id: runId, ledger, budget_usd: budget } = evaluation;
  const { schedule_id: scheduleId, creation_time: from, end_time: to } = evaluation;
  return (
    <Group gap="lg" className={classes.facts}>
      <Breadcrumbs separator="›">
        <PageLink to="/experiments/$experimentId/evaluations" params={{ experimentId }}>
          Evaluations
        </PageLink>
        <StateBadge state={evaluation.state} />
      </Breadcrumbs>
      {scheduleId !== undefined && (
        <PageLink
          to="/experiments/$experimentId/evaluations/schedules/$scheduleId"
          params={{ experimentId, scheduleId }}
        >
          Its schedule
        </PageLink>
      )}
      <span>{describeSelection(evaluation)}</span>
      <span className="tabular">
        {formatTime(from)}
        {to !== undefined && `, took ${formatDuration(Date.parse(to) - Date.parse(from))}`}
      </span>
      <span className="tabular">
        {formatCost(ledger.cost_usd)}
        {budget !== undefined && ` of ${formatCost(budget)}`}
      </span>
      <PageLink to="/experiments/$experimentId/runs/$runId" params={{ experimentId, runId }}>
        Its run
      </PageLink>
      <PageLink
        to="/experiments/$experimentId/evaluations/compare"
        params={{ experimentId }}
        search={{ candidate: `evaluation:${evaluation.evaluation_id}` } as never}
      >
        Compare
      </PageLink>
    </Group>
  );
}

function Actions({ evaluation }: { readonly evaluation: Evaluation }) {
  const navigate = useNavigate();
  const { evaluation_id: id, experiment_id: experimentId, name } = evaluation;
  const deletion = useChange(
    () => deleteEvaluation(id),
    [EVALUATIONS_KEY],
    () => void navigate({ to: '/experiments/$experimentId/evaluations', params: { experimentId } }),
  );
  return (
    <>
      <EvaluationButtons evaluation={evaluation} />
      {isEnded(evaluation) && (
        <ConfirmButton label={`Forget the evaluation “${name}”`} action="Forget" deed={deletion}>
          Its ledger goes. Its run and the assessments that it left on traces stay.
        </ConfirmButton>
      )}
    </>
  );
}
