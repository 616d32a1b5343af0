import type { Evaluation, EvaluationScore } from '../../../api/evaluations.ts';
import type { Point } from '../../../components/time-chart/time-chart.tsx';

/** Scores that share an axis, evaluation by evaluation. */
export interface ScoreTrend {
  readonly title: string;
  /** Shares go from 0 to 1; other figures have an axis of their own each. */
  readonly isShare: boolean;
  readonly series: readonly string[];
  readonly points: Point[];
}

/** Of evaluations that have ended, the newest first: the shares that pass together, then every mean for itself, in the order of time. */
export function scoreTrends(
  evaluations: readonly Evaluation[],
  scores: ReadonlyMap<string, readonly EvaluationScore[]>,
): ScoreTrend[] {
  const ended = evaluations.filter(({ evaluation_id: id }) => scores.has(id)).toReversed();
  const found = ended.flatMap(({ evaluation_id: id }) => scores.get(id) ?? []);
  const shares = namesOf(found.filter(isShare));
  const means = namesOf(found.filter((score) => !isShare(score) && score.mean !== undefined));
  const trend = (title: string, series: readonly string[]): ScoreTrend => ({
    title,
    isShare: series === shares,
    series,
    points: ended.map((evaluation) =>
      pointOf(evaluation, scores.get(evaluation.evaluation_id) ?? [], series),
    ),
  });
  return [
    ...(shares.length === 0 ? [] : [trend('Share that passes', shares)]),
    ...means.filter((name) => !shares.includes(name)).map((name) => trend(`Mean of ${name}`, [name])),
  ];
}

function pointOf(
  { creation_time: time }: Evaluation,
  scores: readonly EvaluationScore[],
  series: readonly string[],
): Point {
  const figures = scores.map((score): [string, number | undefined] => [
    nameOf(score),
    score.pass_rate ?? score.mean,
  ]);
  return {
    ...Object.fromEntries(figures.filter(([name]) => series.includes(name))),
    begin: Date.parse(time),
    label: new Date(time).toLocaleString(undefined, {
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
      hour12: false,
    }),
  };
}

function isShare({ pass_rate: rate }: EvaluationScore): boolean {
  return rate !== undefined;
}

function namesOf(scores: readonly EvaluationScore[]): string[] {
  return [...new Set(scores.map(nameOf))];
}

function nameOf({ scorer, name }: EvaluationScore): string {
  return scorer === name ? name : `${name} (of ${scorer})`;
}
