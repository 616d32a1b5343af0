import { Badge, Text, Title } from '@mantine/core';
import type { Comparison } from '../../../api/evaluations.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { formatCount } from '../../../components/format.ts';
import classes from '../evaluation/evaluation.module.css';
import { differenceText, figureText, verdictOf } from './difference.ts';

type Scorer = Comparison['scorers'][number];
type Measure = Comparison['measures'][number];

/** Scorers with the significance of their differences, then latency, tokens and cost. */
export function ComparedFigures({ comparison }: { readonly comparison: Comparison }) {
  return (
    <section className={classes.section} aria-label="Differences">
      <Title order={2} className={classes.heading}>
        Differences
      </Title>
      {comparison.scorers.length === 0 ? (
        <Text size="sm" className={classes.body} c="var(--text-soft)">
          The sides have no scorer in common.
        </Text>
      ) : (
        <DataTable
          label="Differences of scorers"
          rows={comparison.scorers}
          columns={SCORERS}
          keyOf={({ name }) => name}
          minWidth={900}
        />
      )}
      {comparison.measures.length > 0 && (
        <DataTable
          label="Differences of measures"
          rows={comparison.measures}
          columns={MEASURES}
          keyOf={({ name }) => name}
          minWidth={900}
        />
      )}
    </section>
  );
}

const VERDICTS = {
  better: { text: 'better', colour: 'var(--state-ok)' },
  worse: { text: 'worse', colour: 'var(--state-error)' },
  unclear: { text: 'may be chance', colour: 'var(--text-soft)' },
  same: { text: 'no change', colour: 'var(--text-soft)' },
};

const FIGURES: readonly Column<Scorer | Measure>[] = [
  { label: 'Before', isFigure: true, width: 110, render: (each) => figureText(each, each.baseline) },
  { label: 'After', isFigure: true, width: 110, render: (each) => figureText(each, each.candidate) },
  {
    label: 'Difference, 95 % interval',
    isFigure: true,
    width: 230,
    render: (each) => differenceText(each),
  },
  { label: 'Pairs', isFigure: true, width: 80, render: ({ pairs }) => formatCount(pairs) },
];

const SCORERS: readonly Column<Scorer>[] = [
  { label: 'Scorer', width: 200, render: ({ name }) => name },
  ...FIGURES,
  { label: 'Worse', isFigure: true, width: 80, render: ({ regressions }) => formatCount(regressions) },
  { label: 'Better', isFigure: true, width: 80, render: ({ improvements }) => formatCount(improvements) },
  {
    label: 'p, corrected',
    isFigure: true,
    width: 130,
    render: ({ corrected_p_value: p }) => (p === undefined ? '–' : p < 0.001 ? '< 0.001' : p.toFixed(3)),
  },
  {
    label: 'Says',
    width: 140,
    render: (scorer) => {
      const { text, colour } = VERDICTS[verdictOf(scorer)];
      return (
        <Badge
          variant="outline"
          tt="none"
          fw={500}
          style={{ color: colour, borderColor: colour, background: 'var(--surface)' }}
        >
          {text}
        </Badge>
      );
    },
  },
];

const NAMES: Readonly<Record<Measure['name'], string>> = {
  latency_ms: 'Latency',
  tokens: 'Tokens',
  cost_usd: 'Cost',
};

const MEASURES: readonly Column<Measure>[] = [
  { label: 'Measure', width: 200, render: ({ name }) => NAMES[name] },
  ...FIGURES,
];
