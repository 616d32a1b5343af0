import { Unavailable } from '@millrace/domain';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { InFlightBudget, type Reservation } from './in-flight-budget.ts';

it('bounds what all requests hold together and gives it back', () => {
  const budget = new InFlightBudget(100);
  const [first, second] = [budget.open('a'), budget.open('b')];
  first.reserve(60);
  second.reserve(40);
  expect(() => second.reserve(1)).toThrow(Unavailable);
  first.release();
  first.release();
  second.reserve(60);
  expect(() => first.reserve(1)).toThrow(Unavailable);
});

it('lets a request that is alone be larger', () => {
  const budget = new InFlightBudget(100);
  const alone = budget.open('a');
  alone.reserve(150);
  alone.reserve(150);
  expect(() => budget.open('a').reserve(1)).toThrow(Unavailable);
});

/** As many requests of 1 byte as get in. */
function fill(budget: InFlightBudget, workspaceId: string): Reservation[] {
  const held: Reservation[] = [];
  for (;;) {
    const request = budget.open(workspaceId);
    try {
      request.reserve(1);
      held.push(request);
    } catch {
      return held;
    }
  }
}

it('keeps room for another workspace, and gives two that are greedy the same', () => {
  const budget = new InFlightBudget(900);
  const noisy = fill(budget, 'noisy');
  expect(noisy).toHaveLength(720);
  expect(fill(budget, 'quiet').length).toBeGreaterThan(100);
  for (const request of noisy) request.release();
  fill(budget, 'quiet');
  const other = fill(budget, 'noisy').length;
  expect(other).toBeGreaterThan(100);
});

it('holds no more than its bound and lets go of all', () => {
  const steps = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 60 })), {
    maxLength: 80,
  });
  fc.assert(
    fc.property(steps, (given) => {
      const budget = new InFlightBudget(100);
      const open: Reservation[] = [];
      let held = 0;
      for (const [workspaceId, bytes] of given) {
        const request = budget.open(workspaceId);
        try {
          request.reserve(bytes);
          held += bytes;
          open.push(request);
        } catch (error) {
          expect(error).toBeInstanceOf(Unavailable);
        }
        expect(held).toBeLessThanOrEqual(100);
      }
      for (const request of open) request.release();
      budget.open('a').reserve(1_000);
    }),
  );
});
