import { expect, it } from 'vitest';
import type { Evaluation, EvaluationScore } from '../../../api/evaluations.ts';
import { scoreTrends } from './score-trends.ts';

const evaluation = (id: string, time: string) => ({ evaluation_id: id, creation_time: time }) as Evaluation;
const score = (name: string, figures: Partial<EvaluationScore>, scorer = name): EvaluationScore => ({
  evaluation_id: '',
  scorer,
  name,
  verdicts: 10,
  ...figures,
});

it('draws the shares of scorers together and each mean for itself, the oldest evaluation first', () => {
  const evaluations = [
    evaluation('unknown', '2026-11-03T01:00:00Z'),
    evaluation('b', '2026-11-02T01:00:00Z'),
    evaluation('a', '2026-11-01T01:00:00Z'),
  ];
  const scores = new Map([
    ['a', [score('polite', { pass_rate: 0.5, mean: 0.5 }), score('latency', { mean: 400 })]],
    ['b', [score('polite', { pass_rate: 0.75, mean: 0.75 }), score('right', { pass_rate: 1 }, 'judge')]],
  ]);
  const [shares, latency, ...rest] = scoreTrends(evaluations, scores);
  expect(shares).toMatchObject({ isShare: true, series: ['polite', 'right (of judge)'] });
  expect(shares?.points).toMatchObject([
    { polite: 0.5, begin: Date.UTC(2026, 10, 1, 1) },
    { polite: 0.75, 'right (of judge)': 1 },
  ]);
  expect(latency).toMatchObject({ title: 'Mean of latency', isShare: false });
  expect(latency?.points.map((point) => point['latency'])).toEqual([400, undefined]);
  expect(rest).toEqual([]);
});

it('draws nothing of scorers that say words', () => {
  expect(
    scoreTrends([evaluation('a', '2026-11-01T01:00:00Z')], new Map([['a', [score('topic', {})]]])),
  ).toEqual([]);
});
