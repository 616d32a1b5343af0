import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  EXPORT_INTERVALS,
  WINDOW_MS,
  windowAt,
  windowName,
  windowsUntil,
  type ExportWindow,
} from './export-windows.ts';

const interval = fc.constantFrom(...EXPORT_INTERVALS);
const time = fc.integer({ min: 0, max: Date.UTC(2100, 0) });
const MOST = 50;

describe('windows of exports', () => {
  it('hold each time once', () => {
    fc.assert(
      fc.property(interval, time, (every, at) => {
        const { from, to } = windowAt(every, at);
        expect(from).toBeLessThanOrEqual(at);
        expect(to).toBeGreaterThan(at);
        expect(windowAt(every, to - 1)).toEqual({ from, to });
        expect(windowAt(every, to).from).toBe(to);
      }),
    );
  });

  it('follow one another without a gap, whole and ended, and go on where they stopped', () => {
    fc.assert(
      fc.property(interval, time, fc.integer({ min: 0, max: 90 * WINDOW_MS.day }), (every, start, length) => {
        const until = start + length;
        const found: ExportWindow[] = [];
        let { from } = windowAt(every, start);
        for (let size = MOST; size === MOST;) {
          const some = windowsUntil(every, { from, until, most: MOST });
          found.push(...some);
          from = some.at(-1)?.to ?? from;
          size = some.length;
        }
        expect(from).toBeLessThanOrEqual(Math.max(until, windowAt(every, start).from));
        expect(until - from).toBeLessThan(WINDOW_MS[every]);
        found.forEach((each, index) => {
          expect(each.to - each.from).toBe(WINDOW_MS[every]);
          expect(each.from).toBe(found[index - 1]?.to ?? windowAt(every, start).from);
        });
      }),
    );
  });

  it('are hours and days of UTC, with names that sort by time', () => {
    const at = Date.UTC(2026, 10, 22, 7, 30);
    expect(windowName(windowAt('day', at))).toBe('20261122T000000Z-20261123T000000Z');
    expect(windowName(windowAt('hour', at))).toBe('20261122T070000Z-20261122T080000Z');
  });
});
