import { Text, Title } from '@mantine/core';
import type { Comparison } from '../../../api/evaluations.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { TraceLink } from '../../../components/trace-link.tsx';
import classes from '../evaluation/evaluation.module.css';
import { valueText } from '../score-text.ts';

type Example = Comparison['regressions'][number];

interface ChangedExamplesProps {
  readonly title: string;
  readonly examples: readonly Example[];
  readonly experimentId: string;
  readonly none: string;
}

/** Examples whose verdict changed, the largest change first, with both traces. */
export function ChangedExamples({ title, examples, experimentId, none }: ChangedExamplesProps) {
  return (
    <section className={classes.section} aria-label={title}>
      <Title order={2} className={classes.heading}>
        {title}
      </Title>
      {examples.length === 0 ? (
        <Text size="sm" className={classes.body} c="var(--text-soft)">
          {none}
        </Text>
      ) : (
        <DataTable
          label={title}
          rows={examples}
          columns={columnsFor(experimentId)}
          keyOf={({ scorer, candidate }) => `${scorer} ${candidate.trace_id}`}
          minWidth={820}
        />
      )}
    </section>
  );
}

function columnsFor(experimentId: string): readonly Column<Example>[] {
  const side = (label: string, of: (example: Example) => Example['baseline']): Column<Example> => ({
    label,
    render: (example) => {
      const { trace_id: traceId, value, rationale } = of(example);
      return (
        <>
          <Text span size="sm" fw={600} mr={8}>
            {valueText(value)}
          </Text>
          <TraceLink experimentId={experimentId} traceId={traceId} />
          {rationale !== undefined && (
            <Text size="xs" c="var(--text-soft)" lineClamp={2}>
              {rationale}
            </Text>
          )}
        </>
      );
    },
  });
  return [
    { label: 'Scorer', width: 180, render: ({ scorer }) => scorer },
    side('Before', ({ baseline }) => baseline),
    side('After', ({ candidate }) => candidate),
  ];
}
