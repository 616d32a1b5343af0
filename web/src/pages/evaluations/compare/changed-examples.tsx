import { Text, Title } from '@mantine/core';
import type { Comparison } from '../../../api/evaluations.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { PageLink } from '../../../components/page-link.tsx';
import { readableText } from '../../../components/readable-text.ts';
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
          minWidth={960}
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
    {
      label: 'Request',
      width: 260,
      render: ({ request_preview: text }) => (
        <Text size="sm" lineClamp={2}>
          {text === undefined ? '–' : readableText(text, 'user')}
        </Text>
      ),
    },
    { label: 'Scorer', width: 140, render: ({ scorer }) => scorer },
    side('Before', ({ baseline }) => baseline),
    side('After', ({ candidate }) => candidate),
    {
      label: 'Traces',
      width: 110,
      render: ({ baseline: { trace_id: left }, candidate: { trace_id: right } }) =>
        left === right ? (
          'the same'
        ) : (
          <PageLink
            to="/experiments/$experimentId/traces/compare"
            params={{ experimentId }}
            search={{ left, right } as never}
            size="sm"
          >
            Compare
          </PageLink>
        ),
    },
  ];
}
