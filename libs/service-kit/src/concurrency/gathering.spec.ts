import { expect, it } from 'vitest';
import { Rejected, Unavailable } from '@millrace/domain';
import { Gathering } from './gathering.ts';

function recorded(fault: (items: readonly number[]) => Error | undefined = () => undefined) {
  const batches: (readonly number[])[] = [];
  const gathering = new Gathering<number, number>(
    async (items) => {
      batches.push(items);
      await new Promise((resolve) => setTimeout(resolve, 5));
      const thrown = fault(items);
      if (thrown) throw thrown;
      return items.map((item) => item * 10);
    },
    { most: 4 },
  );
  return { batches, gathering };
}

it('does together what is asked at once, and answers each its own', async () => {
  const { batches, gathering } = recorded();
  expect(await Promise.all([1, 2, 3].map((item) => gathering.do(item)))).toEqual([10, 20, 30]);
  expect(batches).toEqual([[1, 2, 3]]);
});

it('gathers the next batch while one is under way, and none beyond its bound', async () => {
  const { batches, gathering } = recorded();
  const first = gathering.do(1);
  await new Promise((resolve) => setTimeout(resolve, 1));
  const others = [2, 3, 4, 5, 6].map((item) => gathering.do(item));
  expect(await Promise.all([first, ...others])).toEqual([10, 20, 30, 40, 50, 60]);
  expect(batches).toEqual([[1], [2, 3, 4, 5], [6]]);
});

it('does each alone where a batch fails, so that one fault is of one item', async () => {
  const fault = new Rejected('three is refused');
  const { batches, gathering } = recorded((items) => (items.includes(3) ? fault : undefined));
  const settled = await Promise.allSettled([1, 2, 3].map((item) => gathering.do(item)));
  expect(settled).toEqual([
    { status: 'fulfilled', value: 10 },
    { status: 'fulfilled', value: 20 },
    { status: 'rejected', reason: fault },
  ]);
  expect(batches).toEqual([[1, 2, 3], [1], [2], [3]]);
});

it('is not tried again by itself while something is away, and goes on afterwards', async () => {
  let isAway = true;
  const { batches, gathering } = recorded(() => (isAway ? new Unavailable('away') : undefined));
  const settled = await Promise.allSettled([gathering.do(1), gathering.do(2)]);
  expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  isAway = false;
  expect(await gathering.do(3)).toBe(30);
  expect(batches).toEqual([[1, 2], [3]]);
});
