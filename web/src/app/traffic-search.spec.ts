import { describe, expect, it } from 'vitest';
import { readTrafficSearch, timeBounds } from './traffic-search.ts';

describe('the traffic of an address', () => {
  it.each([
    [{}, {}],
    [
      { range: '24h', filter: "status = 'ERROR'" },
      { range: '24h', filter: "status = 'ERROR'" },
    ],
    [{ range: '3 fortnights', filter: '', other: 1 }, {}],
    [{ from: '2026-11-20T00:00:00Z', to: 'tomorrow' }, { from: '2026-11-20T00:00:00Z' }],
    [{ range: '1h', from: '2026-11-20T00:00:00Z' }, { range: '1h' }],
  ])('%j is %j', (address, search) => {
    expect(readTrafficSearch(address)).toEqual(search);
  });
});

describe('its times', () => {
  const now = Date.parse('2026-11-21T12:00:00Z');

  it.each([
    [{}, { from: '2026-11-14T12:00:00.000Z' }],
    [{ range: '1h' as const }, { from: '2026-11-21T11:00:00.000Z' }],
    [{ range: 'all' as const }, {}],
    [{ to: '2026-11-20T00:00:00Z' }, { from: undefined, to: '2026-11-20T00:00:00Z' }],
  ])('%j at noon are %j', (search, bounds) => {
    expect(timeBounds(search, now)).toEqual(bounds);
  });
});
