import { expect, it } from 'vitest';
import { describeChange } from './describe-change.ts';

it.each([
  [120, 100, 100, '▲ 20 % from 100'],
  [50, 100, 100, '▼ 50 % from 100'],
  [192, 1, 1, 'too few before'],
  [1920, 10, 10, '192 times'],
  [5, undefined, undefined, 'new'],
  [5, 0, 0, 'new'],
  [0, 0, 0, 'nothing to compare'],
  [undefined, 3, 100, 'nothing to compare'],
  [0.2, 0, 100, 'new'],
  [0, 0, 100, 'none before'],
])('%s after %s of %s traces: %s', (value, previous, previousTraces, text) => {
  expect(describeChange({ value, previous, previousTraces, format: String }).text).toContain(text);
});
