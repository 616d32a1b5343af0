import { Button, Group, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { evaluationsOfScheduleQuery, scheduleQuery, type Schedule } from '../../../api/schedules.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { formatCost, formatCount, formatPercent, formatTime } from '../../../components/format.ts';
import { Page } from '../../../components/page.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { QueryView } from '../../../components/query-view.tsx';
import type { Evaluation, EvaluationScore } from '../../../api/evaluations.ts';
import classes from '../evaluation/evaluation.module.css';
import { ScheduleForm } from '../form/schedule-form.tsx';
import { ScheduleButtons } from '../schedule-buttons.tsx';
import { ScoreList } from '../score-list.tsx';
import { StateBadge } from '../state-badge.tsx';
import { useScores } from '../use-scores.ts';
import { ScoreCharts } from './score-charts.tsx';

const route = getRouteApi('/experiments/$experimentId/evaluations/schedules/$scheduleId');

/** A schedule and every evaluation that it began. */
export function SchedulePage() {
  const { experimentId, scheduleId } = route.useParams();
  const query = useQuery(scheduleQuery(scheduleId));
  const navigate = useNavigate();
  const [isEditing, setEditing] = useState(false);
  const leave = (): void =>
    void navigate({
      to: '/experiments/$experimentId/evaluations',
      params: { experimentId },
      search: { view: 'schedules' },
    });
  return (
    <Page
      title={query.data === undefined ? 'Schedule' : query.data.name}
      actions={
        query.data !== undefined && (
          <>
            <ScheduleButtons schedule={query.data} onDeleted={leave} />
            <Button size="xs" variant="default" onClick={() => setEditing(true)}>
              Change
            </Button>
          </>
        )
      }
    >
      <QueryView query={query}>
        {(schedule) => (
          <div className={classes.content}>
            <Facts schedule={schedule} />
            <Fires scheduleId={scheduleId} />
            {isEditing && (
              <ScheduleForm
                experimentId={experimentId}
                schedule={schedule}
                onClose={() => setEditing(false)}
              />
            )}
          </div>
        )}
      </QueryView>
    </Page>
  );
}

function Facts({ schedule }: { readonly schedule: Schedule }) {
  const { experiment_id: experimentId, next_fire_time: next, failure, left_out_fires: leftOut } = schedule;
  const limits = [
    `${formatPercent(schedule.sample_rate)} sample`,
    schedule.max_traces === undefined ? '' : `at most ${formatCount(schedule.max_traces)} traces`,
    schedule.budget_usd === undefined ? '' : `for ${formatCost(schedule.budget_usd)} each time`,
  ].filter((each) => each !== '');
  return (
    <>
      <Group gap="lg" className={classes.facts}>
        <PageLink
          to="/experiments/$experimentId/evaluations"
          params={{ experimentId }}
          search={{ view: 'schedules' }}
        >
          Schedules
        </PageLink>
        <span>
          <code>{schedule.cron}</code> {schedule.time_zone}
        </span>
        <span className="tabular">
          {schedule.is_paused || next === undefined ? 'paused' : `next ${formatTime(next)}`}
        </span>
        <span>{schedule.filter === '' ? 'all traces' : schedule.filter}</span>
        <span className="tabular">{limits.join(', ')}</span>
        <span>{schedule.scorers.map(({ name }) => name).join(', ')}</span>
        {leftOut > 0 && <span>{formatCount(leftOut)} times missed for too long</span>}
      </Group>
      {failure !== undefined && (
        <Text size="sm" c="var(--state-error)" role="alert">
          It could not begin when it fired last: {failure}
        </Text>
      )}
    </>
  );
}

function Fires({ scheduleId }: { readonly scheduleId: string }) {
  const query = useQuery(evaluationsOfScheduleQuery(scheduleId));
  const evaluations = query.data?.evaluations ?? [];
  const scores = useScores([evaluations]);
  return (
    <>
      {evaluations.length > 0 && <ScoreCharts evaluations={evaluations} scores={scores} />}
      <section className={classes.section} aria-label="What it did">
        <Title order={2} className={classes.heading}>
          What it did
        </Title>
        <QueryView query={query} lines={3}>
          {() =>
            evaluations.length === 0 ? (
              <Text size="sm" className={classes.body} c="var(--text-soft)">
                It has not fired yet. Run it now to see what it would do.
              </Text>
            ) : (
              <DataTable
                label="What it did"
                rows={evaluations}
                columns={columnsFor(scores)}
                keyOf={({ evaluation_id: id }) => id}
                minWidth={1000}
              />
            )
          }
        </QueryView>
      </section>
    </>
  );
}

const columnsFor = (
  scores: ReadonlyMap<string, readonly EvaluationScore[]>,
): readonly Column<Evaluation>[] => [
  {
    label: 'Evaluation',
    render: ({ evaluation_id: evaluationId, experiment_id: experimentId, name }) => (
      <PageLink
        to="/experiments/$experimentId/evaluations/$evaluationId"
        params={{ experimentId, evaluationId }}
        size="sm"
        style={{ whiteSpace: 'nowrap' }}
      >
        {name}
      </PageLink>
    ),
  },
  { label: 'State', render: ({ state }) => <StateBadge state={state} /> },
  { label: 'Began', isFigure: true, render: ({ creation_time: time }) => formatTime(time) },
  {
    label: 'Scores',
    render: ({ evaluation_id: id }) => <ScoreList scores={scores.get(id) ?? []} isWrapped />,
  },
  { label: 'Eligible', isFigure: true, render: ({ ledger }) => formatCount(ledger.eligible) },
  { label: 'Sampled', isFigure: true, render: ({ ledger }) => formatCount(ledger.sampled) },
  { label: 'Scored', isFigure: true, render: ({ ledger }) => formatCount(ledger.scored) },
  { label: 'Skipped', isFigure: true, render: ({ ledger }) => formatCount(ledger.skipped) },
  { label: 'Failed', isFigure: true, render: ({ ledger }) => formatCount(ledger.failed) },
  { label: 'Cost', isFigure: true, render: ({ ledger }) => formatCost(ledger.cost_usd) },
];
