import type { TreeView } from './use-tree-view.ts';

const PAGE = 15;

/** What a key of the tree does; false when it does nothing here. */
export function pressTreeKey(view: TreeView, key: string): boolean {
  const move = MOVES[key];
  if (move === undefined) return false;
  move(view);
  return true;
}

const MOVES: Readonly<Record<string, (view: TreeView) => void>> = {
  ArrowDown: (view) => step(view, 1),
  j: (view) => step(view, 1),
  ArrowUp: (view) => step(view, -1),
  k: (view) => step(view, -1),
  PageDown: (view) => step(view, PAGE),
  PageUp: (view) => step(view, -PAGE),
  Home: (view) => step(view, -Infinity),
  End: (view) => step(view, Infinity),
  ArrowRight: open,
  ArrowLeft: close,
};

function step({ rows, chosen, choose }: TreeView, by: number): void {
  const at = Math.min(rows.length - 1, Math.max(0, rows.indexOf(chosen) + by));
  const position = rows[at];
  if (position !== undefined && position !== chosen) choose(position);
}

/** Opens what is closed, else goes to the first below. */
function open(view: TreeView): void {
  const { tree, chosen, collapsed } = view;
  if ((tree.childCounts[chosen] ?? 0) === 0) return;
  if (collapsed.has(chosen)) view.toggle(chosen);
  else step(view, 1);
}

/** Closes what is open, else goes to what is above. */
function close(view: TreeView): void {
  const { tree, chosen, collapsed } = view;
  const parent = tree.parents[chosen] ?? -1;
  if ((tree.childCounts[chosen] ?? 0) > 0 && !collapsed.has(chosen)) view.toggle(chosen);
  else if (parent >= 0) view.choose(parent);
}
