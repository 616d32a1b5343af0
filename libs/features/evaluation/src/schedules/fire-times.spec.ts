import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkFireRule, nextFire, nextFires, previousFires, windowOf, type FireRule } from './fire-times.ts';

const HOUR = 3_600_000;
const BERLIN = 'Europe/Berlin';
const at = (text: string): number => Date.parse(text);
const texts = (times: readonly number[]): string[] =>
  times.map((time) => new Date(time).toISOString().slice(0, 16));

describe('times at which a schedule fires', () => {
  it.each([
    [
      'every day at one in Berlin, into summer',
      { cron: '0 1 * * *', timeZone: BERLIN },
      '2026-03-27T12:00Z',
      ['2026-03-28T00:00', '2026-03-29T00:00', '2026-03-29T23:00'],
    ],
    [
      'every day at one in Berlin, out of summer',
      { cron: '0 1 * * *', timeZone: BERLIN },
      '2026-10-24T12:00Z',
      ['2026-10-24T23:00', '2026-10-26T00:00'],
    ],
    [
      'a time that the clock leaves out',
      { cron: '30 2 * * *', timeZone: BERLIN },
      '2026-03-28T12:00Z',
      ['2026-03-29T01:00', '2026-03-30T00:30'],
    ],
    [
      'a time that the clock shows twice',
      { cron: '30 2 * * *', timeZone: BERLIN },
      '2026-10-24T12:00Z',
      ['2026-10-25T00:30', '2026-10-26T01:30'],
    ],
    [
      'every hour, though the clock shows two twice',
      { cron: '0 * * * *', timeZone: BERLIN },
      '2026-10-24T23:30Z',
      ['2026-10-25T00:00', '2026-10-25T01:00', '2026-10-25T02:00'],
    ],
    [
      'New York, a time shown twice',
      { cron: '30 1 * * *', timeZone: 'America/New_York' },
      '2026-10-31T12:00Z',
      ['2026-11-01T05:30', '2026-11-02T06:30'],
    ],
    [
      'Lord Howe, where the clock jumps half an hour',
      { cron: '15 2 * * *', timeZone: 'Australia/Lord_Howe' },
      '2026-10-02T16:00Z',
      ['2026-10-03T15:30', '2026-10-04T15:15'],
    ],
  ])('%s', (_, rule, after, fires) => {
    expect(texts(nextFires(rule, at(after), fires.length))).toEqual(fires);
  });

  it.each([
    ['a word', 'daily', BERLIN],
    ['six fields', '0 0 1 * * *', BERLIN],
    ['four fields', '0 1 * *', BERLIN],
    ['a minute that is none', '61 1 * * *', BERLIN],
    ['a day that never comes', '0 1 30 2 *', BERLIN],
    ['a time zone that is none', '0 1 * * *', 'Europe/Berl'],
  ])('%s is refused', (_, cron, timeZone) => {
    expect(() => checkFireRule({ cron, timeZone }, at('2026-01-01T00:00Z'))).toThrow(/schedule|time zone/);
  });
});

describe('windows', () => {
  it('yesterday is a day of 23 hours when summer begins and of 25 when it ends', () => {
    const rule = { cron: '0 1 * * *', timeZone: BERLIN };
    const hoursOf = (fire: string): number => {
      const { fromTime, toTime } = windowOf(rule, 'previous-day', at(fire));
      return (toTime - fromTime) / HOUR;
    };
    expect(hoursOf('2026-03-29T23:00Z')).toBe(23);
    expect(hoursOf('2026-10-26T00:00Z')).toBe(25);
    expect(windowOf(rule, 'previous-day', at('2026-10-26T00:00Z'))).toEqual({
      fromTime: at('2026-10-24T22:00Z'),
      toTime: at('2026-10-25T23:00Z'),
    });
  });

  it('a schedule that fires at midnight judges the day that has just ended', () => {
    const window = windowOf({ cron: '0 0 * * *', timeZone: BERLIN }, 'previous-day', at('2026-07-01T22:00Z'));
    expect(window).toEqual({ fromTime: at('2026-06-30T22:00Z'), toTime: at('2026-07-01T22:00Z') });
  });

  const rules: FireRule[] = [
    BERLIN,
    'America/New_York',
    'Australia/Lord_Howe',
    'America/Havana',
    'Asia/Kolkata',
  ].flatMap((timeZone) =>
    ['0 1 * * *', '30 2 * * *', '0 0 * * *', '15 * * * *', '*/20 * * * *', '0 6 * * 1-5'].map((cron) => ({
      cron,
      timeZone,
    })),
  );

  it('follow each other without gap or overlap, whatever the clock does', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...rules),
        fc.integer({ min: at('2026-01-01T00:00Z') / 60_000, max: at('2026-12-31T00:00Z') / 60_000 }),
        (rule, minute) => {
          const fires = nextFires(rule, minute * 60_000, 8);
          const windows = fires.map((fire) => windowOf(rule, 'since-previous-fire', fire));
          expect(windows.map(({ toTime }) => toTime)).toEqual(fires);
          expect(windows.slice(1).map(({ fromTime }) => fromTime)).toEqual(fires.slice(0, -1));
          expect(previousFires(rule, (fires.at(-1) ?? 0) + 1, 8)).toEqual(fires.toReversed());
        },
      ),
      { numRuns: 200, seed: 6 },
    );
  });

  it.each(['0 1 * * *', '30 2 * * *', '0 0 * * *', '59 23 * * *'])(
    'days of the schedule %s follow each other all year',
    (cron) => {
      for (const timeZone of [BERLIN, 'America/New_York', 'Australia/Lord_Howe', 'America/Havana']) {
        const rule = { cron, timeZone };
        const fires = nextFires(rule, at('2026-01-01T12:00Z'), 365);
        const windows = fires.map((fire) => windowOf(rule, 'previous-day', fire));
        for (const [index, { fromTime, toTime }] of windows.entries()) {
          if (index > 0) expect(fromTime).toBe(windows[index - 1]?.toTime);
          expect(toTime - fromTime).toBeGreaterThanOrEqual(23 * HOUR);
          expect(toTime - fromTime).toBeLessThanOrEqual(25 * HOUR);
        }
      }
    },
  );

  it('the next time is after the last one, always', () => {
    for (const rule of rules) {
      const fire = nextFire(rule, at('2026-10-25T00:59Z')) ?? 0;
      expect(fire).toBeGreaterThan(at('2026-10-25T00:59Z'));
    }
  });
});
