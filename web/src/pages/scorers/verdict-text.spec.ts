import { expect, it } from 'vitest';
import { verdictText } from './verdict-text.ts';

it.each([
  [{ type: 'string', enum: ['yes', 'no'] }, 'yes or no'],
  [{ type: 'integer', minimum: 1, maximum: 5 }, '1 to 5'],
  [{ type: 'string', enum: ['good', 'bad', 'ugly'] }, 'one of good, bad, ugly'],
  [{ type: 'array' }, undefined],
  [undefined, undefined],
])('a verdict of %j is %s', (type, text) => {
  expect(verdictText(type)).toBe(text);
});
