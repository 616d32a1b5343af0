import { expect, it } from 'vitest';
import { differenceText, figureText, verdictOf } from './difference.ts';

it.each([
  [{ kind: 'pass_fail' as const, name: 'polite' }, 0.25, '25 %'],
  [{ kind: 'number' as const, name: 'latency_ms' }, 1234, '1.23 s'],
  [{ kind: 'number' as const, name: 'cost_usd' }, 0.0012, '$0.0012'],
  [{ kind: 'number' as const, name: 'grade' }, 3.14159, '3.14'],
  [{ kind: 'number' as const, name: 'grade' }, undefined, '–'],
])('%j of %d is %s', (compared, value, text) => {
  expect(figureText(compared, value)).toBe(text);
});

it('a difference has its sign and its interval', () => {
  const difference = { estimate: 0.042, low: -0.01, high: 0.094 };
  expect(differenceText({ kind: 'pass_fail', name: 'polite', difference })).toBe('+4.2 % (−1 % to +9.4 %)');
  const none = { estimate: 0, low: 0, high: 0 };
  expect(differenceText({ kind: 'pass_fail', name: 'polite', difference: none })).toBe('±0 %');
});

it('only what is significant is called better or worse', () => {
  const counts = { regressions: 9, improvements: 1, changed: 10 };
  expect(verdictOf({ ...counts, is_significant: true })).toBe('worse');
  expect(verdictOf({ ...counts, is_significant: false })).toBe('unclear');
  expect(verdictOf({ ...counts, regressions: 1, improvements: 9, is_significant: true })).toBe('better');
  expect(verdictOf({ regressions: 0, improvements: 0, changed: 0, is_significant: false })).toBe('same');
});
