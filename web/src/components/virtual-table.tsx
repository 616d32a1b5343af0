import { VisuallyHidden } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { Column } from './data-table.tsx';
import classes from './virtual-table.module.css';

/** A column with the share of the width it takes: `2fr`, `120px`. */
export interface VirtualColumn<Row> extends Omit<Column<Row>, 'width'> {
  readonly width: string;
  /** Where the cells say enough to those who see them. */
  readonly isLabelHidden?: boolean;
}

interface VirtualTableProps<Row> {
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly VirtualColumn<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly minWidth: number;
  /** Asked for when the last row comes near; absent when there are no more. */
  readonly onMore?: (() => void) | undefined;
}

const ROW_HEIGHT = 40;
const HEAD_HEIGHT = 34;
const OVERSCAN = 12;
/** So many rows before the end the next page is asked for. */
const NEAR_END = 20;

/** A table of any length that scrolls by itself: only what is seen is drawn. */
export function VirtualTable<Row>({ label, rows, columns, keyOf, minWidth, onMore }: VirtualTableProps<Row>) {
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => ROW_HEIGHT,
    overscan: OVERSCAN,
    scrollMargin: HEAD_HEIGHT,
  });
  const seen = virtual.getVirtualItems();
  const last = seen.at(-1)?.index ?? 0;
  const isNearEnd = last >= rows.length - NEAR_END;
  useEffect(() => {
    if (isNearEnd) onMore?.();
  }, [isNearEnd, onMore, rows.length]);
  const tracks = { gridTemplateColumns: columns.map(({ width }) => width).join(' '), minWidth };
  return (
    <div
      ref={scroller}
      className={classes.scroller}
      role="table"
      aria-label={label}
      aria-rowcount={rows.length + 1}
    >
      <div role="rowgroup">
        <div role="row" className={classes.head} style={tracks} aria-rowindex={1}>
          {columns.map(({ label: head, isFigure, isLabelHidden }) => (
            <div key={head} role="columnheader" className={isFigure === true ? classes.figure : undefined}>
              {isLabelHidden === true ? <VisuallyHidden>{head}</VisuallyHidden> : head}
            </div>
          ))}
        </div>
      </div>
      <div role="rowgroup" className={classes.rows} style={{ height: virtual.getTotalSize(), minWidth }}>
        {seen.map(({ index, start }) => {
          const row = rows[index];
          if (row === undefined) return null;
          const place = { ...tracks, transform: `translateY(${start - HEAD_HEIGHT}px)` };
          return (
            <div key={keyOf(row)} role="row" className={classes.row} style={place} aria-rowindex={index + 2}>
              {columns.map(({ label: head, isFigure, render }) => (
                <div key={head} role="cell" className={isFigure === true ? classes.figure : undefined}>
                  {render(row)}
                </div>
              ))}
            </div>
          );
        })}
      </div>
    </div>
  );
}
