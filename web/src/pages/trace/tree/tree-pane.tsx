import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef, useState, type RefObject } from 'react';
import { formatDuration } from '../../../components/format.ts';
import { SpanRow } from './span-row.tsx';
import { pressTreeKey } from './tree-keys.ts';
import { TreeTools } from './tree-tools.tsx';
import classes from './tree.module.css';
import type { TreeView } from './use-tree-view.ts';

const ROW_PX = 28;
/** Enough that a turn of the wheel stays among rows that are there. */
const OVERSCAN = 24;
const TICKS = [0, 0.5, 1];

interface TreePaneProps {
  readonly view: TreeView;
  readonly searchRef: RefObject<HTMLInputElement | null>;
  readonly treeRef: RefObject<HTMLDivElement | null>;
  /** Enter: on to the chosen span's panel. */
  readonly onEnter: () => void;
}

/** Tree and timeline of a trace in one scroll; only the rows in view are elements. */
export function TreePane({ view, searchRef, treeRef, onEnter }: TreePaneProps) {
  const [isTimeline, setTimeline] = useState(true);
  return (
    <section className={classes.pane} data-timeline={isTimeline || undefined} aria-label="Spans">
      <TreeTools view={view} searchRef={searchRef} isTimeline={isTimeline} onTimeline={setTimeline} />
      <div className={classes.head}>
        <span>{view.tree.size === 1 ? '1 span' : `${view.tree.size.toLocaleString('en')} spans`}</span>
        <span className={classes.figure}>Tokens</span>
        <span className={classes.figure}>Duration</span>
        {isTimeline && <Axis duration={view.tree.duration} />}
      </div>
      <Rows view={view} isTimeline={isTimeline} treeRef={treeRef} onEnter={onEnter} />
    </section>
  );
}

function Axis({ duration }: { readonly duration: number }) {
  return (
    <div className={classes.axis} aria-hidden>
      {TICKS.map((share) => (
        <span key={share}>{share === 0 ? '0' : formatDuration((duration * share) / 1000)}</span>
      ))}
    </div>
  );
}

interface RowsProps extends Pick<TreePaneProps, 'view' | 'treeRef' | 'onEnter'> {
  readonly isTimeline: boolean;
}

function Rows({ view, isTimeline, treeRef, onEnter }: RowsProps) {
  const { outline, tree, rows, collapsed, chosen, critical } = view;
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => treeRef.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  });
  useShowChosen(rows, chosen, virtualizer.scrollToIndex);
  usePaintedMark(tree.size > 0);
  const found = useMemo(() => new Set(view.found), [view.found]);
  return (
    <div
      ref={treeRef}
      className={classes.scroll}
      role="tree"
      tabIndex={0}
      aria-label="Spans of the trace"
      aria-activedescendant={`span-${outline.span_ids[chosen] ?? ''}`}
      onKeyDown={(event) => {
        if (event.ctrlKey || event.metaKey || event.altKey) return;
        if (event.key === 'Enter') onEnter();
        else if (!pressTreeKey(view, event.key)) return;
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <div className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const position = rows[index] ?? 0;
          return (
            <SpanRow
              key={position}
              id={outline.span_ids[position] ?? ''}
              position={position}
              top={start}
              name={outline.names.values[outline.names.indexes[position] ?? -1] ?? ''}
              type={outline.types.values[outline.types.indexes[position] ?? -1] ?? ''}
              model={outline.models.values[outline.models.indexes[position] ?? -1] ?? ''}
              depth={tree.depths[position] ?? 0}
              start={tree.starts[position] ?? 0}
              end={tree.ends[position] ?? 0}
              traceDuration={tree.duration}
              tokens={tree.tokens[position] ?? 0}
              isError={tree.isError[position] === 1}
              errorsBelow={tree.errorsBelow[position] ?? 0}
              childCount={tree.childCounts[position] ?? 0}
              isCollapsed={collapsed.has(position)}
              isChosen={position === chosen}
              isFound={found.has(position)}
              isTimeline={isTimeline}
              critical={critical?.get(position)}
              onChoose={view.choose}
              onToggle={view.toggle}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Follows the choice, not the opening and closing of others. */
function useShowChosen(rows: Int32Array, chosen: number, scrollToIndex: (index: number) => void): void {
  const shown = useRef<number | undefined>(undefined);
  useEffect(() => {
    if (shown.current === chosen) return;
    const isFirst = shown.current === undefined;
    shown.current = chosen;
    const index = rows.indexOf(chosen);
    if (index >= 0 && !(isFirst && index === 0)) scrollToIndex(index);
  }, [rows, chosen, scrollToIndex]);
}

/** For benchmarks: when the first rows were painted. */
function usePaintedMark(isReady: boolean): void {
  useEffect(() => {
    if (!isReady) return;
    // A frame's callbacks run before it is painted, so the second frame's find the first painted.
    requestAnimationFrame(() => requestAnimationFrame(() => performance.mark('trace-tree-painted')));
  }, [isReady]);
}
