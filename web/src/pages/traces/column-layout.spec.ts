import { describe, expect, it } from 'vitest';
import { readLayout, withMoved, withShown, withWidth } from './column-layout.ts';

const USUAL = { order: ['time', 'name', 'tags'], hidden: ['tags'], widths: {} };

describe('a layout', () => {
  it.each([
    [undefined, USUAL],
    [{ order: [1] }, USUAL],
    [
      { order: ['name', 'gone', 'time'], hidden: ['time', 'gone'], widths: { name: 90, time: 'x' } },
      { order: ['name', 'time', 'tags'], hidden: ['time', 'tags'], widths: { name: 90 } },
    ],
  ])('of %j', (stored, expected) => {
    expect(readLayout(stored, USUAL)).toEqual(expected);
  });

  it('shows, hides, moves and widens a column', () => {
    expect(withShown(USUAL, 'tags', true).hidden).toEqual([]);
    expect(withShown(USUAL, 'time', false).hidden).toEqual(['tags', 'time']);
    expect(withMoved(USUAL, 'name', -1).order).toEqual(['name', 'time', 'tags']);
    expect(withMoved(USUAL, 'tags', 1).order).toEqual(['time', 'name', 'tags']);
    expect(withWidth(USUAL, 'name', 3).widths).toEqual({ name: 56 });
  });
});
