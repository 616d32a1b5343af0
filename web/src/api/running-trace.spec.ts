import { expect, it } from 'vitest';
import { askAgainAfter } from './running-trace.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');

it.each([
  ['IN_PROGRESS', 3, '2026-11-21T11:59:00Z', 2000],
  ['IN_PROGRESS', 50_000, '2026-11-21T11:59:00Z', 42_000],
  ['IN_PROGRESS', 3, '2026-11-21T09:00:00Z', 60_000],
  ['OK', 3, '2026-11-21T11:59:00Z', undefined],
  ['ERROR', 3, '2026-11-21T11:59:00Z', undefined],
] as const)('%s with %i spans since %s: %s', (state, spanCount, requestTime, expected) => {
  expect(askAgainAfter({ state, span_count: spanCount, request_time: requestTime }, NOW)).toBe(expected);
});
