import { expect, it } from 'vitest';
import { nextOrder, readTracesSearch } from './traces-search.ts';

it.each([
  [{ order: 'execution_time DESC' }, { order: 'execution_time DESC' }],
  [{ order: 'timestamp DESC' }, {}],
  [{ order: 'cost DESC; DROP' }, {}],
  [{}, {}],
])('%j is %j', (address, search) => {
  expect(readTracesSearch(address)).toEqual(search);
});

it('a column is sorted down, up, and not at all', () => {
  expect(nextOrder(undefined, 'name')).toBe('name DESC');
  expect(nextOrder('name DESC', 'name')).toBe('name ASC');
  expect(nextOrder('name ASC', 'name')).toBe('timestamp DESC');
  expect(nextOrder(undefined, 'timestamp')).toBe('timestamp ASC');
  expect(nextOrder('timestamp ASC', 'timestamp')).toBeUndefined();
});
