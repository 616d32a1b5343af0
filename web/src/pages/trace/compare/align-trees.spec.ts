import fc from 'fast-check';
import { expect, it } from 'vitest';
import { buildSpanTree } from '../tree/span-tree.ts';
import { alignTrees, type Side } from './align-trees.ts';

/** Name and position of the parent of each span. */
type Spans = readonly (readonly [string, number])[];

function sideOf(spans: Spans): Side {
  const none = { spans: [], values: [] };
  const outline = {
    span_ids: spans.map((_, index) => String(index)),
    parents: spans.map(([, parent]) => parent),
    starts_us: spans.map((_, index) => index),
    durations_us: spans.map(() => 1),
    errors: [],
    tokens: none,
    costs: none,
    names: { values: spans.map(([name]) => name), indexes: [...spans.keys()] },
  };
  return { outline: outline as unknown as Side['outline'], tree: buildSpanTree(outline) };
}

it('spans of one name below the same stand for each other, in their order', () => {
  const left = sideOf([
    ['run a', -1],
    ['plan', 0],
    ['call', 0],
    ['call', 0],
    ['answer', 0],
  ]);
  const right = sideOf([
    ['run b', -1],
    ['call', 0],
    ['check', 0],
    ['answer', 0],
    ['tool', 1],
  ]);
  expect(alignTrees(left, right).map(({ name, depth, left: a, right: b }) => [name, depth, a, b])).toEqual([
    ['run a', 0, 0, 0],
    ['plan', 1, 1, undefined],
    ['call', 1, 2, 1],
    ['tool', 2, undefined, 4],
    ['check', 1, undefined, 2],
    ['call', 1, 3, undefined],
    ['answer', 1, 4, 3],
  ]);
});

it('every span of both stands in one row', () => {
  const anySpans = fc
    .array(fc.tuple(fc.constantFrom('a', 'b', 'c'), fc.nat(12)), { maxLength: 12 })
    .map((spans) =>
      spans.map(([name, parent], index): [string, number] => [name, parent < index ? parent : -1]),
    );
  fc.assert(
    fc.property(anySpans, anySpans, (one, other) => {
      const rows = alignTrees(sideOf(one), sideOf(other));
      const sorted = (positions: readonly (number | undefined)[]) =>
        positions.filter((position) => position !== undefined).sort((a, b) => a - b);
      expect(sorted(rows.map(({ left }) => left))).toEqual([...one.keys()]);
      expect(sorted(rows.map(({ right }) => right))).toEqual([...other.keys()]);
    }),
    { seed: 7 },
  );
});
