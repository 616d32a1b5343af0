import type { SpanTree } from './span-tree.ts';

/** Positions of the spans that are shown, from top to bottom: all but those below a collapsed one. */
export function visibleRows(
  { order, subtreeSizes, size }: Pick<SpanTree, 'order' | 'subtreeSizes' | 'size'>,
  collapsed: ReadonlySet<number>,
): Int32Array {
  if (collapsed.size === 0) return order;
  const rows = new Int32Array(size);
  let count = 0;
  for (let place = 0; place < size;) {
    const position = order[place] ?? 0;
    rows[count] = position;
    count += 1;
    place += collapsed.has(position) ? (subtreeSizes[position] ?? 1) : 1;
  }
  return rows.subarray(0, count);
}

/** Opens all above a span, so that it is visible. The same set when it is already. */
export function revealing(
  { parents }: Pick<SpanTree, 'parents'>,
  collapsed: ReadonlySet<number>,
  position: number,
): ReadonlySet<number> {
  const above: number[] = [];
  for (let at = parents[position] ?? -1; at >= 0; at = parents[at] ?? -1) {
    if (collapsed.has(at)) above.push(at);
  }
  return above.length === 0 ? collapsed : new Set([...collapsed].filter((each) => !above.includes(each)));
}

/** Every span at this depth or deeper that has children. */
export function collapsedFrom({ depths, childCounts, size }: SpanTree, depth: number): ReadonlySet<number> {
  const collapsed = new Set<number>();
  for (let position = 0; position < size; position += 1) {
    if ((depths[position] ?? 0) >= depth && (childCounts[position] ?? 0) > 0) collapsed.add(position);
  }
  return collapsed;
}
