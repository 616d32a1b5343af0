import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useLayoutEffect, useRef, type RefObject } from 'react';
import type { Trace } from '../../api/traces.ts';
import type { TraceColumn } from './trace-columns.tsx';
import { TraceTableHead } from './trace-table-head.tsx';
import { rowId, TraceTableRow } from './trace-table-row.tsx';
import classes from './trace-table.module.css';
import { useRowKeys } from './use-row-keys.ts';
import type { Selection } from './use-selection.ts';

interface TraceTableProps {
  readonly traces: readonly Trace[];
  /** Ids of those that came while the list was looked at. */
  readonly fresh: ReadonlySet<string>;
  readonly columns: readonly TraceColumn[];
  readonly order: string | undefined;
  readonly selection: Selection;
  readonly onSort: (field: string) => void;
  readonly onWiden: (id: string, width: number) => void;
  readonly onOpen: (trace: Trace) => void;
  /** Asked for when the last row comes near; absent when there are no more. */
  readonly onMore: (() => void) | undefined;
}

const ROW = 36;
const HEAD = 34;
const GAP = 14;
const CHECK = 20;
const NEAR_END = 20;

/** Rows of traces: only those in sight are drawn. j and k move, Enter opens, x selects. */
export function TraceTable({ traces, fresh, columns, selection, onMore, ...props }: TraceTableProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: traces.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW,
    overscan: 12,
    scrollMargin: HEAD,
  });
  const seen = virtual.getVirtualItems();
  const isNearEnd = (seen.at(-1)?.index ?? 0) >= traces.length - NEAR_END;
  useEffect(() => {
    if (isNearEnd) onMore?.();
  }, [isNearEnd, onMore, traces.length]);
  useKeptPlace(scroller, traces);

  const { at, onKeyDown } = useRowKeys({
    traces,
    selection,
    onOpen: props.onOpen,
    onMoved: (index) => {
      virtual.scrollToIndex(index);
      scroller.current?.focus({ preventScroll: true });
    },
  });
  const active = traces[at];
  const widths = columns.map(({ width, isGrowing }) =>
    isGrowing === true ? `minmax(${width}px, 1fr)` : `${width}px`,
  );
  const minWidth = columns.reduce((sum, { width }) => sum + width + GAP, CHECK + 28);
  const tracks = { gridTemplateColumns: [`${CHECK}px`, ...widths].join(' '), minWidth };
  const isWhole = traces.length > 0 && traces.every((trace) => selection.has(trace));
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="grid"
      aria-label="Traces"
      aria-multiselectable
      aria-rowcount={onMore === undefined ? traces.length + 1 : -1}
      aria-activedescendant={active === undefined ? undefined : rowId(active)}
      tabIndex={0}
      onKeyDown={onKeyDown}
    >
      <div role="rowgroup">
        <TraceTableHead
          columns={columns}
          tracks={tracks}
          order={props.order}
          isWhole={isWhole}
          isPart={!isWhole && !selection.isEmpty}
          onSort={props.onSort}
          onWiden={props.onWiden}
          onToggleAll={() => selection.toggleAll(traces)}
        />
      </div>
      <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize(), minWidth }}>
        {seen.map(({ index, start }) => {
          const trace = traces[index];
          if (trace === undefined) return null;
          return (
            <TraceTableRow
              key={trace.trace_id}
              trace={trace}
              columns={columns}
              style={{ ...tracks, transform: `translateY(${start - HEAD}px)` }}
              index={index}
              isActive={index === at}
              isFresh={fresh.has(trace.trace_id)}
              selection={selection}
              onOpen={props.onOpen}
            />
          );
        })}
      </div>
    </div>
  );
}

/** Rows that come in above leave what is read where it is. */
function useKeptPlace(scroller: RefObject<HTMLDivElement | null>, traces: readonly Trace[]): void {
  const first = useRef<string>(undefined);
  const newest = traces[0]?.trace_id;
  useLayoutEffect(() => {
    const before = traces.findIndex(({ trace_id: id }) => id === first.current);
    const element = scroller.current;
    if (before > 0 && element !== null && element.scrollTop > 0)
      element.scrollBy({ top: before * ROW, behavior: 'instant' });
    first.current = newest;
  }, [scroller, traces, newest]);
}
