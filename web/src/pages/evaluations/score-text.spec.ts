import { expect, it } from 'vitest';
import { formatFigure, intervalText, mainFigure, valueText } from './score-text.ts';

it.each([
  [{ pass_rate: 0.755, mean: 0.755 }, '75.5 %'],
  [{ mean: 1234.56 }, '1,235'],
  [{ mean: 0.012345 }, '0.0123'],
  [{}, undefined],
])('the main figure of %j is %s', (score, text) => {
  expect(mainFigure(score)).toBe(text);
});

it('says how sure a share is, where it is one', () => {
  expect(intervalText({ pass_rate_interval: [0.624, 0.808] })).toBe('62 – 81 %');
  expect(intervalText({ pass_rate_interval: [] })).toBeUndefined();
});

it('shows values as people read them', () => {
  expect([valueText('yes'), valueText(0.33333), valueText(true), valueText(['a'])]).toEqual([
    'yes',
    '0.333',
    'true',
    '["a"]',
  ]);
  expect(formatFigure(-1500)).toBe('-1,500');
});
