import { expect, it } from 'vitest';
import type { JsonValue } from '@millrace/domain';
import { measureJudge } from './measure-judge.ts';

const verdict = (value: JsonValue, type: 'judge' | 'human') => ({
  name: 'safety',
  value,
  rationale: undefined,
  source: { type, id: undefined },
});
const both = (judge: JsonValue, human: JsonValue, at: number) => ({
  traceId: String(at),
  judge: verdict(judge, 'judge'),
  human: verdict(human, 'human'),
});

it('counts what both say, whatever word they use for it', () => {
  const said: [JsonValue, JsonValue][] = [
    ['yes', true],
    ['Yes', 'pass'],
    ['no', 'FAIL'],
    ['no', 'yes'],
  ];
  const found = measureJudge(said.map(([judge, human], at) => both(judge, human, at)));
  expect(found.agreement).toMatchObject({
    pairs: 4,
    agreed: 0.75,
    labels: ['no', 'yes'],
    confusion: [
      [1, 1],
      [0, 2],
    ],
    kappa: 0.5,
  });
  expect(found.disagreements.map(({ traceId }) => traceId)).toEqual(['3']);
});

it('has words and numbers of their own', () => {
  expect(measureJudge([both('Good ', 'good', 0), both(3, 4, 1)]).agreement).toMatchObject({
    labels: ['3', '4', 'good'],
    agreed: 0.5,
  });
});

it('says nothing of no traces, and no kappa where both always say the same', () => {
  expect(measureJudge([])).toEqual({ agreement: undefined, disagreements: [] });
  expect(measureJudge([both('yes', 'yes', 0)]).agreement).toMatchObject({ agreed: 1, kappa: undefined });
});
