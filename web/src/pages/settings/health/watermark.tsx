import { Badge, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { freshnessQuery } from '../../../api/freshness.ts';
import { healthQuery } from '../../../api/health.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { formatDuration } from '../../../components/format.ts';
import { QueryView } from '../../../components/query-view.tsx';
import { Section } from '../../../components/section.tsx';

interface Check {
  readonly name: string;
  readonly is_ok: boolean;
  readonly reason?: string;
}

const COLUMNS: readonly Column<Check>[] = [
  { label: 'Part', width: 240, render: ({ name }) => name },
  {
    label: 'State',
    width: 120,
    render: ({ is_ok: isOk }) => (
      <Badge color={isOk ? 'green' : 'red'} variant="light" tt="none">
        {isOk ? 'works' : 'fails'}
      </Badge>
    ),
  },
  { label: 'Why', render: ({ reason }) => reason ?? '' },
];

export function Watermark() {
  const freshness = useQuery(freshnessQuery);
  const health = useQuery(healthQuery);
  return (
    <Section
      title="Health"
      description="Of the service that answers these pages; /health/ready of each service tells its own."
    >
      <QueryView query={freshness} lines={1}>
        {({ complete_to: completeTo, is_complete: isComplete }) => (
          <Group gap="xs" mb="sm">
            <Text size="sm">
              {completeTo === undefined
                ? 'How far the writer is can’t be known at the moment.'
                : `Complete up to ${new Date(completeTo).toLocaleString()}, ${behind(completeTo)} behind.`}
            </Text>
            {isComplete && (
              <Badge color="green" variant="light" tt="none">
                Everything acknowledged is readable
              </Badge>
            )}
          </Group>
        )}
      </QueryView>
      <QueryView query={health} lines={4}>
        {({ checks }) => (
          <DataTable
            label="Parts"
            rows={checks}
            columns={COLUMNS}
            keyOf={({ name }) => name}
            minWidth={400}
          />
        )}
      </QueryView>
    </Section>
  );
}

function behind(completeTo: string): string {
  return formatDuration(Math.max(0, Date.now() - Date.parse(completeTo)));
}
