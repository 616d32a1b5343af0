import { expect, it } from 'vitest';
import { SubjectUse, type Demands } from './subject-use.ts';
import type { Limits } from './limit-kinds.ts';

const NONE = { spans: 0, bytes: 0 };
const START = Date.parse('2026-11-22T23:59:00Z');

function useOf(limits: Limits, used = NONE, demands: Demands = {}) {
  const clock = { now: START };
  const use = new SubjectUse(() => clock.now);
  use.learn({ limits, stored: { today: '2026-11-22', day: used, month: used }, demands }, new Map());
  return { use, clock };
}

it('lets everything in until it is told of a limit', () => {
  const use = new SubjectUse(() => START);
  use.take('spans_per_second', 1e9);
  use.count({ spans: 1e9, bytes: 1e12 });
  expect(use.reached(['spans_per_second'], true)).toBeUndefined();
});

it('holds to a rate, and says which', () => {
  const { use, clock } = useOf({ spans_per_second: 100, bytes_per_second: 1_000 });
  use.take('spans_per_second', 600);
  expect(use.reached(['bytes_per_second', 'spans_per_second'], true)).toEqual({
    kind: 'spans_per_second',
    limit: 100,
    retryAfterMs: 1_000,
  });
  expect(use.reached(['bytes_per_second'], true)).toBeUndefined();
  clock.now += 1_001;
  expect(use.reached(['spans_per_second'], true)).toBeUndefined();
});

it('counts what is not stored yet to the quota, until the day or month is over', () => {
  const { use, clock } = useOf({ spans_per_day: 100 }, { spans: 60, bytes: 0 });
  expect(use.reached([], true)).toBeUndefined();
  use.count({ spans: 40, bytes: 1 });
  expect(use.reached([], true)).toEqual({ kind: 'spans_per_day', limit: 100, retryAfterMs: 60_000 });
  expect(use.reached([], false)).toBeUndefined();
  expect(use.collect()).toEqual({ spans: 40, bytes: 1 });
  expect(use.collect()).toEqual(NONE);
  clock.now += 60_000;
  expect(use.reached([], true)).toBeUndefined();
});

it('tells of a month how long it still is', () => {
  const { use } = useOf({ bytes_per_month: 10, bytes_per_day: 5 }, { spans: 1, bytes: 10 });
  expect(use.reached([], true)).toMatchObject({
    kind: 'bytes_per_month',
    retryAfterMs: Date.parse('2026-12-01T00:00:00Z') - START,
  });
});

it('takes what others of its service leave, and its half of what they do not', () => {
  const limits = { requests_per_second: 100 };
  const rateBeside = (own: number, others: readonly number[]): number => {
    const { use } = useOf(limits);
    const stored = { today: '2026-11-22', day: NONE, month: NONE };
    use.learn(
      { limits, stored, demands: { requests_per_second: others } },
      new Map([['requests_per_second', own]]),
    );
    use.take('requests_per_second', 10_000);
    const waitMs = use.reached(['requests_per_second'], false)?.retryAfterMs ?? 0;
    // The burst is five seconds of the rate: 10,000 - 5 * rate tokens are owed.
    return 10_000 / (waitMs / 1000 + 5);
  };
  expect(rateBeside(1e15, [])).toBeCloseTo(100, 0);
  expect(rateBeside(1e15, [20])).toBeCloseTo(80, 0);
  expect(rateBeside(1e15, [1e15])).toBeCloseTo(50, 0);
  expect(rateBeside(20, [1e15])).toBeCloseTo(20, 0);
  expect(rateBeside(0, [1e15])).toBeCloseTo(12.5, 0);
  expect(rateBeside(0, [])).toBeCloseTo(100, 0);
});

it('asks for all it can get once it refused, else for what it took', () => {
  const { use, clock } = useOf({ spans_per_second: 10, requests_per_second: 10 });
  use.take('spans_per_second', 1_000);
  use.take('requests_per_second', 4);
  use.reached(['spans_per_second', 'requests_per_second'], false);
  clock.now += 2_000;
  expect(use.collectDemands()).toEqual(
    new Map([
      ['spans_per_second', 1e15],
      ['requests_per_second', 2],
    ]),
  );
  clock.now += 1_000;
  expect(use.collectDemands()).toEqual(new Map());
});
