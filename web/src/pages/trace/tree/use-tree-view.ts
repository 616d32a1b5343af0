import { useCallback, useMemo, useState } from 'react';
import type { TraceOutline } from '../../../api/trace-detail.ts';
import { carryOver } from './carry-over.ts';
import { criticalPath, type Segment } from './critical-path.ts';
import { findSpans, nextFound } from './find-spans.ts';
import { buildSpanTree, type SpanTree } from './span-tree.ts';
import { collapsedFrom, revealing, visibleRows } from './visible-rows.ts';

const NOTHING: ReadonlySet<number> = new Set();

/** What is shown of a tree, and how that is changed. */
export interface TreeView {
  readonly outline: TraceOutline;
  readonly tree: SpanTree;
  readonly rows: Int32Array;
  readonly collapsed: ReadonlySet<number>;
  readonly chosen: number;
  readonly words: string;
  readonly found: readonly number[];
  readonly critical: ReadonlyMap<number, readonly Segment[]> | undefined;
  choose(position: number): void;
  toggle(position: number): void;
  collapseFrom(depth: number): void;
  search(words: string): void;
  /** Adds to what names say, what the contents say. */
  findAlso(spanIds: readonly string[]): void;
  goToFound(step: 1 | -1): void;
  showCriticalPath(isShown: boolean): void;
}

interface ChosenSpan {
  readonly spanId: string | undefined;
  readonly onChange: (spanId: string) => void;
}

export function useTreeView(outline: TraceOutline, { spanId, onChange }: ChosenSpan): TreeView {
  const tree = useMemo(() => buildSpanTree(outline), [outline]);
  const positions = useMemo(() => new Map(outline.span_ids.map((id, index) => [id, index])), [outline]);
  const chosen = positions.get(spanId ?? '') ?? tree.order[0] ?? 0;
  const [collapsed, setCollapsed] = useMarks(outline, positions);
  const [words, setWords] = useState('');
  const [inContents, setInContents] = useMarks(outline, positions);
  const [isCritical, setCritical] = useState(false);
  const rows = useMemo(() => visibleRows(tree, collapsed), [tree, collapsed]);
  const found = useMemo(() => {
    const named = findSpans(outline, tree, words);
    if (inContents.size === 0) return named;
    const all = new Set([...named, ...inContents]);
    return [...tree.order].filter((position) => all.has(position));
  }, [outline, tree, words, inContents]);
  const critical = useMemo(() => (isCritical ? criticalPath(tree) : undefined), [tree, isCritical]);
  const choose = useCallback(
    (position: number) => {
      setCollapsed((now) => revealing(tree, now, position));
      onChange(outline.span_ids[position] ?? '');
    },
    [tree, outline, onChange, setCollapsed],
  );
  const toggle = useCallback(
    (position: number) => {
      setCollapsed((now) => {
        const next = new Set(now);
        if (!next.delete(position)) next.add(position);
        return next;
      });
    },
    [setCollapsed],
  );
  return {
    outline,
    tree,
    rows,
    collapsed,
    chosen,
    words,
    found,
    critical,
    choose,
    toggle,
    collapseFrom: (depth) => setCollapsed(() => collapsedFrom(tree, depth)),
    search: (typed) => {
      setWords(typed);
      setInContents(() => NOTHING);
    },
    findAlso: (spanIds) => setInContents(() => new Set(spanIds.flatMap((id) => positions.get(id) ?? []))),
    goToFound: (step) => {
      const next = nextFound(found, tree, { chosen, step });
      if (next !== undefined) choose(next);
    },
    showCriticalPath: setCritical,
  };
}

type Marks = ReadonlySet<number>;

/** Positions that stay with their spans when a running trace is read again. */
function useMarks(
  outline: TraceOutline,
  positions: ReadonlyMap<string, number>,
): readonly [Marks, (change: (now: Marks) => Marks) => void] {
  const [state, setState] = useState({ outline, marks: NOTHING });
  const current =
    state.outline === outline
      ? state
      : { outline, marks: carryOver(state.marks, state.outline.span_ids, positions) };
  if (current !== state) setState(current);
  const change = useCallback(
    (next: (now: Marks) => Marks) => setState((now) => ({ ...now, marks: next(now.marks) })),
    [],
  );
  return [current.marks, change];
}
