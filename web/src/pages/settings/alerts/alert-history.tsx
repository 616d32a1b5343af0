import { Button, Drawer, Group, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { alertHistoryQuery, type AlertRule } from '../../../api/alert-rules.ts';
import { api, dataOf, type Schemas } from '../../../api/client.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { EmptyState } from '../../../components/empty-state.tsx';
import { formatCount, formatTime } from '../../../components/format.ts';
import { ProblemNotice } from '../../../components/problem-notice.tsx';
import { QueryView } from '../../../components/query-view.tsx';

const COLUMNS: readonly Column<Schemas['AlertChange']>[] = [
  { label: 'Time', render: ({ time }) => formatTime(time) },
  { label: 'Group', render: ({ group }) => group ?? '' },
  { label: 'Change', render: ({ previous_state: before, state }) => `${before} → ${state}` },
  { label: 'Value', isFigure: true, render: ({ value }) => figure(value) },
  { label: 'Baseline', isFigure: true, render: ({ baseline }) => figure(baseline) },
  { label: 'Counted', isFigure: true, render: ({ count }) => formatCount(count) },
  { label: 'Told', render: ({ event }) => event ?? 'nobody' },
];

interface AlertHistoryProps {
  readonly rule: AlertRule;
  readonly onClose: () => void;
}

export function AlertHistory({ rule, onClose }: AlertHistoryProps) {
  const history = useQuery(alertHistoryQuery(rule.id));
  return (
    <Drawer opened onClose={onClose} position="right" size="xl" title={`History of ${rule.name}`}>
      <Trial id={rule.id} />
      <QueryView query={history} lines={4}>
        {({ changes }) =>
          changes.length === 0 ? (
            <EmptyState title="It has not changed yet">{rule.summary}</EmptyState>
          ) : (
            <DataTable
              label="Changes"
              rows={changes}
              columns={COLUMNS}
              keyOf={({ time, group }) => `${time} ${group ?? ''}`}
            />
          )
        }
      </QueryView>
    </Drawer>
  );
}

/** What a check finds now; tells nobody. */
function Trial({ id }: { readonly id: string }) {
  const trial = useMutation({
    mutationFn: () => dataOf(api.POST('/api/v1/alert-rules/{id}/test', { params: { path: { id } } })),
  });
  return (
    <Group mb="md">
      <Button size="xs" loading={trial.isPending} onClick={() => trial.mutate()}>
        Check now
      </Button>
      {trial.data?.readings.map(({ group, outcome, value, count }) => (
        <Text key={group ?? ''} size="sm" role="status">
          {group !== undefined && `${group}: `}
          {outcome}, {figure(value)} over {formatCount(count)}
        </Text>
      ))}
      {trial.isError && <ProblemNotice error={trial.error} />}
    </Group>
  );
}

function figure(value: number | undefined): string {
  return value === undefined ? '–' : String(Number(value.toPrecision(4)));
}
