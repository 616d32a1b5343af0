import { Group, Text, Title } from '@mantine/core';
import type { FailureGroup } from '../../../api/evaluations.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { formatCount } from '../../../components/format.ts';
import { TraceLink } from '../../../components/trace-link.tsx';
import classes from './evaluation.module.css';

interface FailureGroupsProps {
  readonly failures: readonly FailureGroup[];
  readonly experimentId: string;
}

const SHOWN_TRACES = 3;

/** Cases alike, the largest group first, with some of their traces. */
export function FailureGroups({ failures, experimentId }: FailureGroupsProps) {
  if (failures.length === 0) return null;
  return (
    <section className={classes.section} aria-label="What did not pass">
      <Title order={2} className={classes.heading}>
        What did not pass
      </Title>
      <DataTable
        label="What did not pass"
        rows={failures}
        columns={columnsFor(experimentId)}
        keyOf={({ scorer, kind, reason }) => `${scorer} ${kind} ${reason}`}
        minWidth={820}
      />
    </section>
  );
}

function columnsFor(experimentId: string): readonly Column<FailureGroup>[] {
  return [
    { label: 'Cases', isFigure: true, width: 80, render: ({ count }) => formatCount(count) },
    { label: 'Scorer', width: 160, render: ({ scorer }) => scorer },
    {
      label: 'What',
      render: ({ kind, reason, rationale }) => (
        <>
          <Text size="sm">
            {kind}: {reason}
          </Text>
          {rationale !== undefined && (
            <Text size="xs" c="var(--text-soft)" lineClamp={2}>
              {rationale}
            </Text>
          )}
        </>
      ),
    },
    {
      label: 'Traces',
      width: 380,
      render: ({ trace_ids: ids }) => (
        <Group gap="sm">
          {ids.slice(0, SHOWN_TRACES).map((id) => (
            <TraceLink key={id} experimentId={experimentId} traceId={id} />
          ))}
        </Group>
      ),
    },
  ];
}
