import fc from 'fast-check';
import { expect, it } from 'vitest';
import { FairLine } from './fair-line.ts';

function drain(line: FairLine<string>): string[] {
  const taken: string[] = [];
  for (let next = line.take(); next !== undefined; next = line.take()) taken.push(next);
  return taken;
}

it('lets tenants take turns, each in its own order', () => {
  const line = new FairLine<string>();
  for (const item of ['a1', 'a2', 'a3', 'a4']) line.add('a', 1, item);
  for (const item of ['b1', 'b2']) line.add('b', 1, item);
  expect(drain(line)).toEqual(['a1', 'b1', 'a2', 'b2', 'a3', 'a4']);
});

it('counts what each costs, and lets who comes late not catch up', () => {
  const line = new FairLine<string>();
  for (const item of ['a1', 'a2', 'a3']) line.add('a', 10, item);
  expect(line.take()).toBe('a1');
  expect(line.take()).toBe('a2');
  for (let index = 1; index <= 12; index++) line.add('b', 1, `b${index}`);
  const rest = drain(line);
  expect(rest.indexOf('a3')).toBe(10);
});

it('weighs, passes over who may not, and forgets who left', () => {
  const line = new FairLine<string>();
  line.add('a', 1, 'a1');
  line.add('b', 1, 'b1');
  line.add('b', 1, 'b2');
  line.leave('b', 'b1');
  expect(line.take((flow) => (flow === 'a' ? 1 : 0))).toBe('b2');
  expect(line.take(() => Infinity)).toBeUndefined();
  expect(line.size).toBe(1);
  expect(drain(line)).toEqual(['a1']);
});

it('loses nothing, and serves two that wait alike', () => {
  const items = fc.array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.integer({ min: 1, max: 50 })), {
    maxLength: 60,
  });
  fc.assert(
    fc.property(items, (given) => {
      const line = new FairLine<number>();
      given.forEach(([flow, cost], index) => line.add(flow, cost, index));
      const served = { a: 0, b: 0, c: 0 };
      const left = { a: 0, b: 0, c: 0 };
      for (const [flow] of given) left[flow] += 1;
      const seen: number[] = [];
      for (let next = line.take(); next !== undefined; next = line.take()) {
        const [flow, cost] = given[next] ?? ['a', 0];
        served[flow] += cost;
        left[flow] -= 1;
        seen.push(next);
        const waiting = (['a', 'b', 'c'] as const)
          .filter((each) => left[each] > 0)
          .map((each) => served[each]);
        if (waiting.length > 1) expect(Math.max(...waiting) - Math.min(...waiting)).toBeLessThanOrEqual(100);
      }
      expect(seen.toSorted((x, y) => x - y)).toEqual(given.map((_, index) => index));
    }),
  );
});
