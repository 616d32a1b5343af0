import { Code, Group } from '@mantine/core';
import { IconRefresh } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { api, dataOf } from '../../../api/client.ts';
import { jobCountsQuery, setAsideJobsQuery, type JobCounts, type SetAsideJob } from '../../../api/jobs.ts';
import { useChange } from '../../../api/use-change.ts';
import { ConfirmButton } from '../../../components/confirm-button.tsx';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatCount, formatTime } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';

const COUNTS: readonly Column<JobCounts>[] = [
  { label: 'Kind', render: ({ kind }) => kind },
  { label: 'Waiting', isFigure: true, render: ({ waiting }) => formatCount(waiting) },
  { label: 'Later', isFigure: true, render: ({ delayed }) => formatCount(delayed) },
  { label: 'Running', isFigure: true, render: ({ running }) => formatCount(running) },
  { label: 'Set aside', isFigure: true, render: ({ set_aside: count }) => formatCount(count) },
];

const SET_ASIDE: readonly Column<SetAsideJob>[] = [
  { label: 'Set aside', render: ({ set_aside_at: time }) => formatTime(time) },
  { label: 'Kind', render: ({ kind }) => kind },
  { label: 'Tried', isFigure: true, render: ({ attempt }) => attempt },
  { label: 'Reason', render: ({ reason }) => reason },
  {
    label: 'What it was to do',
    render: ({ payload }) => <Code>{JSON.stringify(payload).slice(0, 160)}</Code>,
  },
  { label: 'Actions', width: 90, render: (job) => <Actions {...job} /> },
];

export function Jobs() {
  const counts = useQuery(jobCountsQuery);
  const setAside = useQuery(setAsideJobsQuery);
  return (
    <Section
      title="Jobs"
      description="Work of the evaluators. A job that fails for good is set aside with its reason."
    >
      <QueryView query={counts} lines={3}>
        {({ kinds }) => (
          <DataTable label="Jobs by kind" rows={kinds} columns={COUNTS} keyOf={({ kind }) => kind} />
        )}
      </QueryView>
      <QueryView query={setAside} lines={1}>
        {({ jobs }) =>
          jobs.length === 0 ? (
            <EmptyState title="No job is set aside" />
          ) : (
            <DataTable label="Jobs set aside" rows={jobs} columns={SET_ASIDE} keyOf={({ id }) => id} />
          )
        }
      </QueryView>
    </Section>
  );
}

function Actions({ id }: SetAsideJob) {
  const params = { path: { id } };
  const replay = useChange(
    () => dataOf(api.POST('/api/v1/jobs/set-aside/{id}/replay', { params })),
    [['jobs']],
  );
  const discarding = useChange(
    () => dataOf(api.POST('/api/v1/jobs/set-aside/{id}/discard', { params })),
    [['jobs']],
  );
  return (
    <Group gap={4} wrap="nowrap">
      <ConfirmButton label="Replay this job" action="Replay" icon={IconRefresh} deed={replay}>
        It is tried anew, as often as a new job.
      </ConfirmButton>
      <ConfirmButton label="Discard this job" action="Discard" deed={discarding}>
        What it was to do is not done.
      </ConfirmButton>
    </Group>
  );
}
