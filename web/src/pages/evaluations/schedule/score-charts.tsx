import { Text, Title } from '@mantine/core';
import { isEnded, type Evaluation, type EvaluationScore } from '../../../api/evaluations.ts';
import { formatPercent } from '../../../components/format.ts';
import { seriesColour } from '../../../components/time-chart/series-colour.ts';
import { TimeChart } from '../../../components/time-chart/time-chart.tsx';
import classes from '../evaluation/evaluation.module.css';
import { formatFigure } from '../score-text.ts';
import { scoreTrends, type ScoreTrend } from './score-trends.ts';

interface ScoreChartsProps {
  readonly evaluations: readonly Evaluation[];
  readonly scores: ReadonlyMap<string, readonly EvaluationScore[]>;
}

/** What the scorers of a schedule found, time by time. */
export function ScoreCharts({ evaluations, scores }: ScoreChartsProps) {
  const trends = scoreTrends(evaluations.filter(isEnded), scores).filter(({ points }) => points.length > 1);
  return (
    <section className={classes.section} aria-label="Scores over time">
      <Title order={2} className={classes.heading}>
        Scores over time
      </Title>
      {trends.length === 0 ? (
        <Text size="sm" className={classes.body} c="var(--text-soft)">
          Scores are drawn here from the second evaluation on that has ended.
        </Text>
      ) : (
        <div className={classes.charts}>
          {trends.map((trend) => (
            <Trend key={trend.title} trend={trend} />
          ))}
        </div>
      )}
    </section>
  );
}

function Trend({ trend: { title, isShare, series, points } }: { readonly trend: ScoreTrend }) {
  return (
    <figure className={classes.chart}>
      <Text component="figcaption" size="sm" fw={600} mb="xs">
        {title}
      </Text>
      <TimeChart
        label={title}
        kind="lines"
        points={points}
        series={series.map((name, index) => ({ name, color: seriesColour(index) }))}
        format={isShare ? formatPercent : formatFigure}
        {...(isShare && { domain: [0, 1] as const })}
      />
    </figure>
  );
}
