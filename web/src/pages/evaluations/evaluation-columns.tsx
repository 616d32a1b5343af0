import { Progress, Text } from '@mantine/core';
import { isEnded, type Evaluation, type EvaluationScore } from '../../api/evaluations.ts';
import { formatCost, formatCount, formatDuration, formatTime } from '../../components/format.ts';
import type { VirtualColumn } from '../../components/virtual-table.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { EvaluationButtons } from './evaluation-buttons.tsx';
import classes from './evaluations.module.css';
import { ScoreList } from './score-list.tsx';
import { describeSelection } from './selection-text.ts';
import { StateBadge } from './state-badge.tsx';

interface ReadBeside {
  readonly scores: ReadonlyMap<string, readonly EvaluationScore[]>;
  /** By the id of the schedule. */
  readonly scheduleNames: ReadonlyMap<string, string>;
}

/** Columns of a list of evaluations; what is not told with it was read beside it. */
export function evaluationColumns({ scores, scheduleNames }: ReadBeside): VirtualColumn<Evaluation>[] {
  return [
    { label: 'Name', width: 'minmax(190px, 1.6fr)', render: (each) => <NameLink evaluation={each} /> },
    { label: 'State', width: '84px', render: (each) => <ProgressCell evaluation={each} /> },
    {
      label: 'Scores',
      width: 'minmax(240px, 3fr)',
      render: (each) => <ScoreList scores={scores.get(each.evaluation_id) ?? []} />,
    },
    {
      label: 'Judges',
      width: 'minmax(130px, 1.4fr)',
      render: (each) => (
        <Selection evaluation={each} scheduleName={scheduleNames.get(each.schedule_id ?? '')} />
      ),
    },
    {
      label: 'Traces',
      width: '56px',
      isFigure: true,
      render: ({ ledger }) => formatCount(ledger.sampled),
    },
    { label: 'Cost', width: '78px', isFigure: true, render: ({ ledger }) => formatCost(ledger.cost_usd) },
    { label: 'Took', width: '80px', isFigure: true, render: tookText },
    {
      label: 'Began',
      width: '124px',
      isFigure: true,
      render: ({ creation_time: time }) => formatTime(time),
    },
    { label: 'Actions', width: '72px', render: (each) => <EvaluationButtons evaluation={each} /> },
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

interface SelectionProps {
  readonly evaluation: Evaluation;
  readonly scheduleName: string | undefined;
}

/** The schedule that began it, and what is judged. */
function Selection({ evaluation, scheduleName }: SelectionProps) {
  const { experiment_id: experimentId, schedule_id: scheduleId, selection } = evaluation;
  const isNamed = scheduleId !== undefined && scheduleName !== undefined;
  const text = describeSelection({ cause: isNamed ? 'batch' : evaluation.cause, selection });
  return (
    <Text span size="sm" c="var(--text-soft)" title={isNamed ? `${scheduleName}: ${text}` : text}>
      {isNamed && (
        <>
          <PageLink
            to="/experiments/$experimentId/evaluations/schedules/$scheduleId"
            params={{ experimentId, scheduleId }}
            size="sm"
          >
            {scheduleName}
          </PageLink>
          {' · '}
        </>
      )}
      {text}
    </Text>
  );
}

/** The state, and while it is not over how much of the sample is done. */
function ProgressCell({ evaluation }: { readonly evaluation: Evaluation }) {
  const { sampled, pending } = evaluation.ledger;
  return (
    <span className={classes.state}>
      <StateBadge state={evaluation.state} />
      {!isEnded(evaluation) && sampled > 0 && (
        <Progress
          size={4}
          value={((sampled - pending) / sampled) * 100}
          aria-label={`${sampled - pending} of ${sampled} done`}
        />
      )}
    </span>
  );
}

function tookText({ creation_time: from, end_time: to }: Evaluation): string {
  return to === undefined ? '–' : formatDuration(Date.parse(to) - Date.parse(from));
}
