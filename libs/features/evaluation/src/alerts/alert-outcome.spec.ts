import { describe, expect, it } from 'vitest';
import { alertDefinition, describeDefinition } from './alert-definition.ts';
import { judgeReading, nextStanding, type AlertOutcome, type AlertStanding } from './alert-outcome.ts';

const threshold = alertDefinition.parse({
  measure: 'error_rate',
  window: '5m',
  condition: { type: 'threshold', direction: 'above', threshold: 0.2 },
});
const change = ([direction, by, unit]: readonly [string, number, string]) =>
  alertDefinition.parse({
    measure: 'pass_rate',
    assessment: 'safety',
    window: '1d',
    condition: { type: 'change', direction, by, unit, baseline: 'week_before' },
  });

describe('a reading', () => {
  it.each([
    [0.3, 10, 'breach'],
    [0.2, 10, 'ok'],
    [0.3, 9, 'no-data'],
    [undefined, 10, 'no-data'],
  ])('%s of %s rows is %s', (value, count, outcome) => {
    const reading = { group: '', value, count, baseline: undefined, baselineCount: 0 };
    expect(judgeReading(threshold, 10, reading)).toBe(outcome);
  });

  it.each([
    { change: ['down', 10, 'percent'] as const, value: 0.8, baseline: 0.9, outcome: 'breach' },
    { change: ['down', 10, 'percent'] as const, value: 0.82, baseline: 0.9, outcome: 'ok' },
    { change: ['down', 10, 'percent'] as const, value: 1, baseline: 0.9, outcome: 'ok' },
    { change: ['up', 0.05, 'absolute'] as const, value: 1, baseline: 0.9, outcome: 'breach' },
    { change: ['either', 0.05, 'absolute'] as const, value: 0.5, baseline: 0.9, outcome: 'breach' },
    { change: ['up', 1000, 'percent'] as const, value: 0.01, baseline: 0, outcome: 'breach' },
    { change: ['up', 1, 'percent'] as const, value: 0, baseline: 0, outcome: 'ok' },
    { change: ['up', 1, 'percent'] as const, value: 1, baseline: undefined, outcome: 'no-data' },
  ])('$change: $value after $baseline is $outcome', ({ change: asked, value, baseline, outcome }) => {
    const reading = { group: '', value, count: 5, baseline, baselineCount: 5 };
    expect(judgeReading(change(asked), 1, reading)).toBe(outcome);
  });
});

it('fires with the last of several breaches in a row and ends with the first check that is none', () => {
  const outcomes: AlertOutcome[] = [
    'breach',
    'ok',
    'breach',
    'breach',
    'breach',
    'no-data',
    'breach',
    'breach',
    'ok',
  ];
  let standing: AlertStanding = { state: 'ok', breaches: 0 };
  const states = outcomes.map((outcome) => (standing = nextStanding(standing, outcome, 2)).state);
  expect(states).toEqual(['ok', 'ok', 'ok', 'firing', 'firing', 'no-data', 'ok', 'firing', 'ok']);
});

it('is described for people', () => {
  expect(describeDefinition(threshold)).toBe('error_rate above 0.2 over 5m');
  expect(describeDefinition(change(['down', 10, 'percent']))).toBe(
    'pass_rate of safety down by 10 % over 1d against the week before',
  );
});

it.each([
  [{ measure: 'pass_rate' }, /name the assessment/],
  [{ window: '4m' }, /from 5m to 7d/],
  [{ window: '8d' }, /from 5m to 7d/],
  [{ measure: 'speed' }, /is no measure/],
  [{ dimension: 'colour' }, /is no dimension/],
  [{ condition: { type: 'threshold', direction: 'up', threshold: 1 } }, /direction/],
])('refuses %j', (part, message) => {
  const result = alertDefinition.safeParse({ ...threshold, ...part });
  expect(JSON.stringify(result.error?.issues)).toMatch(message);
});
