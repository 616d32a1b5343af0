import { Unavailable } from '@millrace/domain';
import { expect, it } from 'vitest';
import { InFlightBudget } from './in-flight-budget.ts';

it('bounds what all requests hold together and gives it back', () => {
  const budget = new InFlightBudget(100);
  const [first, second] = [budget.open(), budget.open()];
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
  const alone = budget.open();
  alone.reserve(150);
  alone.reserve(150);
  expect(() => budget.open().reserve(1)).toThrow(Unavailable);
});
