import { Badge, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { forwardingTargetsQuery, type ForwardingTarget } from '../../../api/forwarding.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { formatCount } from '../../../components/format.ts';
import { Section } from '../../../components/section.tsx';

const COLUMNS: readonly Column<ForwardingTarget>[] = [
  { label: 'Target', render: ({ url }) => url },
  { label: 'Experiment', render: ({ experiment_id: id }) => id },
  {
    label: 'State',
    render: ({ is_enabled: isEnabled, last_error: error }) => (
      <Badge color={isEnabled ? 'green' : 'gray'} variant="light" tt="none">
        {!isEnabled ? 'paused' : error === undefined ? 'sends' : 'has failed'}
      </Badge>
    ),
  },
  { label: 'Spans sent', isFigure: true, render: ({ sent_spans: count }) => formatCount(count) },
  { label: 'Refused', isFigure: true, render: ({ failed_spans: count }) => formatCount(count) },
  { label: 'Records behind', isFigure: true, render: ({ lag_records: count }) => formatCount(count) },
  { label: 'Latest fault', render: ({ last_error: error }) => <Text size="sm">{error ?? ''}</Text> },
];

/** Where spans are sent on to; nothing while there is no target. */
export function Forwarding() {
  const { data } = useQuery(forwardingTargetsQuery);
  if (data === undefined || data.targets.length === 0) return null;
  return (
    <Section title="Forwarding" description="Spans that are sent on to other OTLP endpoints.">
      <DataTable label="Forwarding targets" rows={data.targets} columns={COLUMNS} keyOf={({ id }) => id} />
    </Section>
  );
}
