import type { SpanTree } from './span-tree.ts';

/** Microseconds after the first span began. */
export interface Segment {
  readonly from: number;
  readonly to: number;
}

/**
 * Which span the end of the trace was waiting for, at every moment of its longest root: segments by position. A child that ends last
 * before a moment was waited for; before it began its parent was, or the sibling that had ended last. What a span does after its
 * parent ended counts for nobody.
 */
export function criticalPath(tree: SpanTree): ReadonlyMap<number, readonly Segment[]> {
  const root = longestRoot(tree);
  const path = new Map<number, Segment[]>();
  if (root === undefined) return path;
  const children = childrenByEnd(tree);
  const waiting = [{ position: root, from: tree.starts[root] ?? 0, to: tree.ends[root] ?? 0 }];
  for (let at = waiting.pop(); at !== undefined; at = waiting.pop()) {
    const { position, from } = at;
    const segments: Segment[] = [];
    let cursor = at.to;
    for (const child of children.get(position) ?? []) {
      const childFrom = Math.max(tree.starts[child] ?? 0, from);
      const childTo = Math.min(tree.ends[child] ?? 0, cursor);
      if (childTo <= childFrom) continue;
      if (childTo < cursor) segments.push({ from: childTo, to: cursor });
      waiting.push({ position: child, from: childFrom, to: childTo });
      cursor = childFrom;
    }
    if (cursor > from) segments.push({ from, to: cursor });
    if (segments.length > 0) path.set(position, segments.reverse());
  }
  return path;
}

function longestRoot({ parents, starts, ends, size }: SpanTree): number | undefined {
  let longest: number | undefined;
  let length = -1;
  for (let position = 0; position < size; position += 1) {
    const own = (ends[position] ?? 0) - (starts[position] ?? 0);
    if ((parents[position] ?? -1) < 0 && own > length) {
      longest = position;
      length = own;
    }
  }
  return longest;
}

function childrenByEnd({ parents, ends, size }: SpanTree): Map<number, number[]> {
  const children = new Map<number, number[]>();
  for (let position = 0; position < size; position += 1) {
    const parent = parents[position] ?? -1;
    if (parent < 0) continue;
    const siblings = children.get(parent);
    if (siblings) siblings.push(position);
    else children.set(parent, [position]);
  }
  for (const siblings of children.values()) siblings.sort((a, b) => (ends[b] ?? 0) - (ends[a] ?? 0));
  return children;
}
