import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criticalPath } from './critical-path.ts';
import { findSpans, nextFound } from './find-spans.ts';
import { buildSpanTree, type SpanTree } from './span-tree.ts';
import { collapsedFrom, revealing, visibleRows } from './visible-rows.ts';

interface Sample {
  readonly parent?: number;
  readonly start?: number;
  readonly duration?: number;
  readonly isError?: boolean;
  readonly tokens?: number;
}

function treeOf(spans: readonly Sample[]): SpanTree {
  const reporting = [...spans.keys()].filter((index) => spans[index]?.tokens !== undefined);
  const tokens = { spans: reporting, values: reporting.map((index) => spans[index]?.tokens ?? 0) };
  return buildSpanTree({
    span_ids: spans.map((_, index) => String(index)),
    parents: spans.map(({ parent = -1 }) => parent),
    starts_us: spans.map(({ start = 0 }) => start),
    durations_us: spans.map(({ duration = 10 }) => duration),
    errors: [...spans.keys()].filter((index) => spans[index]?.isError === true),
    tokens,
    costs: tokens,
  });
}

/** Any parents at all: missing ones, itself, circles. */
const anySpans = fc.array(
  fc.record({
    parent: fc.integer({ min: -2, max: 30 }),
    start: fc.integer({ min: 0, max: 100 }),
    duration: fc.integer({ min: -20, max: 100 }),
    isError: fc.boolean(),
    tokens: fc.option(fc.integer({ min: 1, max: 100 }), { nil: undefined }),
  }),
  { maxLength: 31 },
);
const anyForest = anySpans.map((spans) =>
  treeOf(spans.map((span) => ({ ...span, parent: span.parent < spans.length ? span.parent : -2 }))),
);

describe('the tree of spans', () => {
  it('puts parents before children, children by start', () => {
    const tree = treeOf([{}, { parent: 0 }, { parent: 1 }, { parent: 0 }, { parent: 1 }]);
    expect([...tree.order]).toEqual([0, 1, 2, 4, 3]);
    expect([...tree.depths]).toEqual([0, 1, 2, 1, 2]);
    expect([...tree.subtreeSizes]).toEqual([5, 3, 1, 1, 1]);
  });

  it('shows as roots what has no parent there, and cuts a circle above its first span', () => {
    const tree = treeOf([{ parent: -2 }, { parent: 3 }, { parent: 1 }, { parent: 2 }, { parent: 4 }]);
    expect([...tree.order]).toEqual([0, 1, 2, 3, 4]);
    expect([...tree.orphans].sort()).toEqual([0, 1, 4]);
    expect([...tree.depths]).toEqual([0, 0, 1, 2, 0]);
  });

  it('has every span once, below its parent, whatever the parents are', () => {
    fc.assert(
      fc.property(anyForest, (tree) => {
        expect([...tree.order].sort((a, b) => a - b)).toEqual([...tree.order.keys()]);
        for (const [position, parent] of tree.parents.entries()) {
          if (parent < 0) expect(tree.depths[position]).toBe(0);
          else {
            expect(tree.depths[position]).toBe((tree.depths[parent] ?? 0) + 1);
            expect(tree.places[position]).toBeGreaterThan(tree.places[parent] ?? 0);
            expect(tree.places[position]).toBeLessThan(
              (tree.places[parent] ?? 0) + (tree.subtreeSizes[parent] ?? 0),
            );
          }
        }
      }),
      { seed: 7 },
    );
  });

  it('sums tokens of a subtree, leaving out calls below a span that reports them itself', () => {
    const tree = treeOf([
      {},
      { parent: 0, tokens: 10 },
      { parent: 1, tokens: 10 },
      { parent: 0 },
      { parent: 3, tokens: 5 },
    ]);
    expect([...tree.tokens]).toEqual([15, 10, 10, 5, 5]);
  });

  it('counts failures below, and a span that ended before it began lasts no time', () => {
    const tree = treeOf([
      {},
      { parent: 0, isError: true },
      { parent: 1, isError: true, start: 5, duration: -3 },
    ]);
    expect([...tree.errorsBelow]).toEqual([2, 1, 0]);
    expect(tree.ends[2]).toBe(5);
  });

  it('is built for a chain of 100,000 spans', () => {
    const tree = treeOf(Array.from({ length: 100_000 }, (_, index) => ({ parent: index - 1 })));
    expect(tree.depths.at(-1)).toBe(99_999);
    expect(criticalPath(tree).size).toBe(1);
  });
});

describe('visible rows', () => {
  it('are those without a collapsed span above', () => {
    fc.assert(
      fc.property(anyForest, fc.array(fc.nat(30)), (tree, closed) => {
        const collapsed = new Set(closed);
        const expected = [...tree.order].filter((position) => {
          for (let at = tree.parents[position] ?? -1; at >= 0; at = tree.parents[at] ?? -1) {
            if (collapsed.has(at)) return false;
          }
          return true;
        });
        expect([...visibleRows(tree, collapsed)]).toEqual(expected);
      }),
      { seed: 7 },
    );
  });

  it('include a span that was revealed', () => {
    const tree = treeOf([{}, { parent: 0 }, { parent: 1 }, { parent: 0 }, { parent: 3 }]);
    const collapsed = collapsedFrom(tree, 0);
    expect([...visibleRows(tree, collapsed)]).toEqual([0]);
    const open = revealing(tree, collapsed, 2);
    expect([...visibleRows(tree, open)]).toEqual([0, 1, 2, 3]);
    expect(revealing(tree, open, 2)).toBe(open);
  });
});

describe('the critical path', () => {
  it('goes from the end to what was waited for', () => {
    const tree = treeOf([
      { start: 0, duration: 100 },
      { parent: 0, start: 10, duration: 30 },
      { parent: 0, start: 15, duration: 65 },
      { parent: 2, start: 20, duration: 10 },
      { parent: 0, start: 85, duration: 500 },
    ]);
    expect([...criticalPath(tree)].sort(([a], [b]) => a - b)).toEqual([
      [
        0,
        [
          { from: 0, to: 10 },
          { from: 80, to: 85 },
        ],
      ],
      [1, [{ from: 10, to: 15 }]],
      [
        2,
        [
          { from: 15, to: 20 },
          { from: 30, to: 80 },
        ],
      ],
      [3, [{ from: 20, to: 30 }]],
      [4, [{ from: 85, to: 100 }]],
    ]);
  });

  it('covers every moment of the longest root once', () => {
    fc.assert(
      fc.property(anyForest, (tree) => {
        const segments = [...criticalPath(tree).values()].flat().sort((a, b) => a.from - b.from);
        const lengths = [...tree.parents.keys()]
          .filter((position) => (tree.parents[position] ?? -1) < 0)
          .map((position) => (tree.ends[position] ?? 0) - (tree.starts[position] ?? 0));
        const total = segments.reduce((sum, { from, to }) => sum + to - from, 0);
        expect(total).toBe(Math.max(0, ...lengths));
        for (const [index, { from }] of segments.entries()) {
          if (index > 0) expect(from).toBe(segments[index - 1]?.to);
        }
      }),
      { seed: 7 },
    );
  });
});

describe('search within', () => {
  const tree = treeOf([{}, { parent: 0 }, { parent: 0 }]);
  const column = (...texts: string[]) => ({ values: texts, indexes: [...texts.keys()] });
  const outline = {
    span_ids: ['aa', 'bb', 'cc'],
    names: column('Plan', 'call model', 'call tool'),
    types: column('AGENT', 'LLM', 'TOOL'),
    services: column('shop', 'shop', 'shop'),
    models: column('', 'gpt-4o', ''),
  };

  it('finds by name, type, service, model and id', () => {
    expect(findSpans(outline, tree, 'CALL')).toEqual([1, 2]);
    expect(findSpans(outline, tree, 'agent')).toEqual([0]);
    expect(findSpans(outline, tree, 'gpt')).toEqual([1]);
    expect(findSpans(outline, tree, 'cc')).toEqual([2]);
    expect(findSpans(outline, tree, '  ')).toEqual([]);
  });

  it('goes round the found ones', () => {
    expect(nextFound([1, 2], tree, { chosen: 0, step: 1 })).toBe(1);
    expect(nextFound([1, 2], tree, { chosen: 2, step: 1 })).toBe(1);
    expect(nextFound([1, 2], tree, { chosen: 1, step: -1 })).toBe(2);
    expect(nextFound([], tree, { chosen: 1, step: 1 })).toBeUndefined();
  });
});
