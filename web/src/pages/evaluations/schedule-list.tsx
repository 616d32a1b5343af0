import { Button, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { schedulesQuery, type Schedule } from '../../api/schedules.ts';
import { DataTable, type Column } from '../../components/data-table.tsx';
import { EmptyState } from '../../components/empty-state.tsx';
import { formatCost, formatPercent, formatTime } from '../../components/format.ts';
import { QueryView } from '../../components/query-view.tsx';
import { PageLink } from '../../components/page-link.tsx';
import { ScheduleButtons } from './schedule-buttons.tsx';

interface ScheduleListProps {
  readonly experimentId: string;
  readonly onNew: () => void;
}

export function ScheduleList({ experimentId, onNew }: ScheduleListProps) {
  const query = useQuery(schedulesQuery(experimentId));
  return (
    <QueryView query={query}>
      {({ schedules }) =>
        schedules.length === 0 ? (
          <EmptyState title="Nothing is scheduled">
            A schedule lets scorers judge what came since it fired before, every night or every hour.
            <br />
            <Button mt="md" size="xs" onClick={onNew}>
              Make a schedule
            </Button>
          </EmptyState>
        ) : (
          <DataTable
            label="Schedules"
            rows={schedules}
            columns={COLUMNS}
            keyOf={({ schedule_id: id }) => id}
            minWidth={900}
          />
        )
      }
    </QueryView>
  );
}

const COLUMNS: readonly Column<Schedule>[] = [
  {
    label: 'Name',
    render: ({ schedule_id: scheduleId, experiment_id: experimentId, name }) => (
      <PageLink
        to="/experiments/$experimentId/evaluations/schedules/$scheduleId"
        params={{ experimentId, scheduleId }}
        size="sm"
      >
        {name}
      </PageLink>
    ),
  },
  {
    label: 'Fires',
    render: ({ cron, time_zone: zone }) => (
      <Text span size="sm">
        <code>{cron}</code> {zone}
      </Text>
    ),
  },
  {
    label: 'Next',
    isFigure: true,
    render: ({ is_paused: isPaused, next_fire_time: next }) =>
      isPaused || next === undefined ? 'paused' : formatTime(next),
  },
  {
    label: 'Last',
    isFigure: true,
    render: ({ last_fire_time: last }) => (last === undefined ? '–' : formatTime(last)),
  },
  { label: 'Scorers', render: ({ scorers }) => scorers.map(({ name }) => name).join(', ') },
  { label: 'Sample', isFigure: true, render: ({ sample_rate: rate }) => formatPercent(rate) },
  {
    label: 'Budget',
    isFigure: true,
    render: ({ budget_usd: budget }) => (budget === undefined ? '–' : formatCost(budget)),
  },
  { label: 'Actions', render: (schedule) => <ScheduleButtons schedule={schedule} /> },
];
