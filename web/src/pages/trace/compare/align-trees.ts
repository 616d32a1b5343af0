import type { TraceOutline } from '../../../api/trace-detail.ts';
import { buildSpanTree, type SpanTree } from '../tree/span-tree.ts';

/** One trace of two that are compared. */
export interface Side {
  readonly outline: TraceOutline;
  readonly tree: SpanTree;
}

/** Spans of the two traces that stand for each other; one may be missing. Positions in their outlines. */
export interface AlignedRow {
  readonly name: string;
  readonly depth: number;
  readonly left: number | undefined;
  readonly right: number | undefined;
}

export function sideOf(outline: TraceOutline): Side {
  return { outline, tree: buildSpanTree(outline) };
}

/** Where the walk goes on: children of a pair, or of one that has no other. */
interface Pair {
  readonly left: number | undefined;
  readonly right: number | undefined;
  readonly depth: number;
}

/**
 * Both trees as one, from top to bottom: below spans that stand for each other, the first child of a name stands for the first of that
 * name, the second for the second. The roots stand for each other whatever they are called.
 */
export function alignTrees(left: Side, right: Side): AlignedRow[] {
  const leftChildren = childrenOf(left.tree);
  const rightChildren = childrenOf(right.tree);
  const rows: AlignedRow[] = [];
  const waiting = pairRoots(leftChildren.roots, rightChildren.roots).reverse();
  for (let pair = waiting.pop(); pair !== undefined; pair = waiting.pop()) {
    const { left: a, right: b, depth } = pair;
    const name = a === undefined ? nameOf(right, b ?? 0) : nameOf(left, a);
    rows.push({ name, depth, left: a, right: b });
    const below = pairByName(
      { side: left, children: a === undefined ? [] : (leftChildren.of.get(a) ?? []) },
      { side: right, children: b === undefined ? [] : (rightChildren.of.get(b) ?? []) },
      depth + 1,
    );
    waiting.push(...below.reverse());
  }
  return rows;
}

function pairRoots(left: readonly number[], right: readonly number[]): Pair[] {
  return Array.from({ length: Math.max(left.length, right.length) }, (_, index) => ({
    left: left[index],
    right: right[index],
    depth: 0,
  }));
}

interface Siblings {
  readonly side: Side;
  readonly children: readonly number[];
}

/** In the order of the left ones; what only the right has follows what it followed there. */
function pairByName(left: Siblings, right: Siblings, depth: number): Pair[] {
  const unmatched = Map.groupBy(left.children, (position) => nameOf(left.side, position));
  const matches = new Map<number, number>();
  const extras = new Map<number | undefined, number[]>();
  let previous: number | undefined;
  for (const position of right.children) {
    const match = unmatched.get(nameOf(right.side, position))?.shift();
    if (match === undefined) extras.set(previous, [...(extras.get(previous) ?? []), position]);
    else {
      matches.set(match, position);
      previous = match;
    }
  }
  const alone = (after: number | undefined): Pair[] =>
    (extras.get(after) ?? []).map((position) => ({ left: undefined, right: position, depth }));
  return [
    ...alone(undefined),
    ...left.children.flatMap((position) => [
      { left: position, right: matches.get(position), depth },
      ...alone(position),
    ]),
  ];
}

function childrenOf({ parents, order }: SpanTree): { roots: number[]; of: Map<number, number[]> } {
  const roots: number[] = [];
  const of = new Map<number, number[]>();
  for (const position of order) {
    const parent = parents[position] ?? -1;
    const siblings = parent < 0 ? roots : (of.get(parent) ?? []);
    siblings.push(position);
    if (parent >= 0) of.set(parent, siblings);
  }
  return { roots, of };
}

function nameOf({ outline: { names } }: Side, position: number): string {
  return names.values[names.indexes[position] ?? -1] ?? '';
}
