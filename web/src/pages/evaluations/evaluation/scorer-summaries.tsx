import { Text, Title } from '@mantine/core';
import type { ScorerSummary } from '../../../api/evaluations.ts';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import { formatCost, formatCount } from '../../../components/format.ts';
import { formatFigure, intervalText, mainFigure } from '../score-text.ts';
import classes from './evaluation.module.css';

/** What each scorer found, with how sure it is and what it cost. */
export function ScorerSummaries({ scorers }: { readonly scorers: readonly ScorerSummary[] }) {
  return (
    <section className={classes.section} aria-label="Scorers">
      <Title order={2} className={classes.heading}>
        Scorers
      </Title>
      {scorers.length === 0 ? (
        <Text size="sm" className={classes.body} c="var(--text-soft)">
          No scorer has judged anything yet.
        </Text>
      ) : (
        <DataTable
          label="Scorers"
          rows={scorers}
          columns={COLUMNS}
          keyOf={({ scorer, name }) => `${scorer}/${name}`}
          minWidth={960}
        />
      )}
    </section>
  );
}

const COLUMNS: readonly Column<ScorerSummary>[] = [
  {
    label: 'Scorer',
    render: ({ scorer, name }) => (scorer === name ? name : `${name} (of ${scorer})`),
  },
  {
    label: 'Passes or mean',
    isFigure: true,
    render: (summary) => <strong>{mainFigure(summary) ?? '–'}</strong>,
  },
  { label: '95 % interval', render: (summary) => <IntervalBar summary={summary} /> },
  {
    label: 'Distribution',
    render: (summary) => (
      <Text span size="sm" c="var(--text-soft)" className="tabular">
        {distributionText(summary)}
      </Text>
    ),
  },
  { label: 'Scored', isFigure: true, render: ({ scored }) => formatCount(scored) },
  { label: 'Skipped', isFigure: true, render: ({ skipped }) => formatCount(skipped) },
  { label: 'Failed', isFigure: true, render: ({ failed }) => formatCount(failed) },
  {
    label: 'Tokens',
    isFigure: true,
    render: (each) => formatCount(each.input_tokens + each.output_tokens),
  },
  { label: 'Cost', isFigure: true, render: ({ cost_usd: cost }) => formatCost(cost) },
];

/** The share that passes within its interval, on a scale from 0 to 100 %. */
function IntervalBar({ summary }: { readonly summary: ScorerSummary }) {
  const { pass_rate: rate, pass_rate_interval: interval } = summary;
  const [low, high] = interval ?? [];
  if (rate === undefined || low === undefined || high === undefined) return '–';
  return (
    <span style={{ display: 'inline-flex', gap: 8, alignItems: 'center' }}>
      <span className={classes.range} aria-hidden>
        <span
          className={classes.interval}
          style={{ left: `${low * 100}%`, width: `${(high - low) * 100}%` }}
        />
        <span className={classes.point} style={{ left: `calc(${rate * 100}% - 1px)` }} />
      </span>
      <span className="tabular" style={{ whiteSpace: 'nowrap' }}>
        {intervalText(summary)}
      </span>
    </span>
  );
}

function distributionText({ quantiles, categories, minimum, maximum }: ScorerSummary): string {
  if (quantiles !== undefined) {
    const middle = ['p05', 'p50', 'p95'].flatMap((key) => {
      const value = quantiles[key];
      return value === undefined ? [] : [`${key} ${formatFigure(value)}`];
    });
    const ends = [minimum, maximum].map((value) => (value === undefined ? '–' : formatFigure(value)));
    return [`min ${ends[0]}`, ...middle, `max ${ends[1]}`].join('  ');
  }
  return categories.map(({ value, count }) => `${value} ${formatCount(count)}`).join('  ');
}
