import { describe, expect, it } from 'vitest';
import { alertDefinition, describeDefinition } from './alert-definition.ts';
import { judgeReading, nextStanding, type AlertOutcome, type AlertStanding } from './alert-outcome.ts';

const threshold = alertDefinition.parse({
  measure: 'error_rate',
  window: '5m',
  condition: { type: 'threshold', direction: 'above', threshold: 0.2 },
});
const change = (direction: string, by: number, unit: string) =>
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
    ['down', 10, 'percent', 0.8, 0.9, 'breach'],
    ['down', 10, 'percent', 0.82, 0.9, 'ok'],
    ['down', 10, 'percent', 1, 0.9, 'ok'],
    ['up', 0.05, 'absolute', 1, 0.9, 'breach'],
    ['either', 0.05, 'absolute', 0.5, 0.9, 'breach'],
    ['up', 1000, 'percent', 0.01, 0, 'breach'],
    ['up', 1, 'percent', 0, 0, 'ok'],
    ['up', 1, 'percent', 1, undefined, 'no-data'],
  ])('%s by %s %s: %s after %s is %s', (direction, by, unit, value, baseline, outcome) => {
    const reading = { group: '', value, count: 5, baseline, baselineCount: 5 };
    expect(judgeReading(change(direction, by, unit), 1, reading)).toBe(outcome);
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
  expect(describeDefinition(change('down', 10, 'percent'))).toBe(
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
