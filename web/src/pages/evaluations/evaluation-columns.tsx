import { Group, Progress, Text } from '@mantine/core';
import { isEnded, type Evaluation, type EvaluationScore } from '../../api/evaluations.ts';
import { formatCost, formatCount, formatDuration, formatTime } from '../../components/format.ts';
import type { VirtualColumn } from '../../components/virtual-table.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { EvaluationButtons } from './evaluation-buttons.tsx';
import classes from './evaluations.module.css';
import { ScoreList } from './score-list.tsx';
import { describeSelection } from './selection-text.ts';
import { StateBadge } from './state-badge.tsx';

/** Columns of a list of evaluations, whose scores were read beside it. */
export function evaluationColumns(
  scores: ReadonlyMap<string, readonly EvaluationScore[]>,
): VirtualColumn<Evaluation>[] {
  return [
    { label: 'Name', width: 'minmax(120px, 1.2fr)', render: (each) => <NameLink evaluation={each} /> },
    { label: 'State', width: '190px', render: (each) => <ProgressCell evaluation={each} /> },
    {
      label: 'Scores',
      width: 'minmax(220px, 3fr)',
      render: (each) => <ScoreList scores={scores.get(each.evaluation_id) ?? []} />,
    },
    { label: 'Judges', width: 'minmax(120px, 1fr)', render: (each) => <Selection evaluation={each} /> },
    {
      label: 'Traces',
      width: '76px',
      isFigure: true,
      render: ({ ledger }) => formatCount(ledger.sampled),
    },
    { label: 'Cost', width: '82px', isFigure: true, render: ({ ledger }) => formatCost(ledger.cost_usd) },
    { label: 'Took', width: '92px', isFigure: true, render: tookText },
    {
      label: 'Began',
      width: '140px',
      isFigure: true,
      render: ({ creation_time: time }) => formatTime(time),
    },
    { label: 'Actions', width: '96px', render: (each) => <EvaluationButtons evaluation={each} /> },
  ];
}

function NameLink({ evaluation }: { readonly evaluation: Evaluation }) {
  const { experiment_id: experimentId, evaluation_id: evaluationId, name } = evaluation;
  return (
    <PageLink
      to="/experiments/$experimentId/evaluations/$evaluationId"
      params={{ experimentId, evaluationId }}
      size="sm"
    >
      {name}
    </PageLink>
  );
}

function Selection({ evaluation }: { readonly evaluation: Evaluation }) {
  const text = describeSelection(evaluation);
  return (
    <Text span size="sm" c="var(--text-soft)" title={text}>
      {text}
    </Text>
  );
}

/** The state, and while it is not over how much of the sample is done. */
function ProgressCell({ evaluation }: { readonly evaluation: Evaluation }) {
  const { sampled, pending } = evaluation.ledger;
  return (
    <Group gap="xs" wrap="nowrap">
      <StateBadge state={evaluation.state} />
      {!isEnded(evaluation) && sampled > 0 && (
        <Progress
          className={classes.progress}
          value={((sampled - pending) / sampled) * 100}
          aria-label={`${sampled - pending} of ${sampled} done`}
        />
      )}
    </Group>
  );
}

function tookText({ creation_time: from, end_time: to }: Evaluation): string {
  return to === undefined ? '–' : formatDuration(Date.parse(to) - Date.parse(from));
}
