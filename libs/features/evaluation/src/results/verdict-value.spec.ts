import { expect, it } from 'vitest';
import { isPassing, toNumber } from './verdict-value.ts';

it.each([
  ['yes', true, 1],
  ['No', false, 0],
  [true, true, 1],
  [false, false, 0],
  ['passed', true, 1],
  [0.25, undefined, 0.25],
  [1, undefined, 1],
  ['excellent', undefined, undefined],
  [null, undefined, undefined],
  [['yes'], undefined, undefined],
])('%s passes: %s, and counts %s', (value, passing, number) => {
  expect(isPassing(value)).toBe(passing);
  expect(toNumber(value)).toBe(number);
});
