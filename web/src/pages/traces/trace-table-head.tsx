import { Checkbox, UnstyledButton } from '@mantine/core';
import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { PointerEvent } from 'react';
import type { TraceColumn } from './trace-columns.tsx';
import classes from './trace-table.module.css';
import { NEWEST_FIRST } from './traces-search.ts';

interface TraceTableHeadProps {
  readonly columns: readonly TraceColumn[];
  readonly tracks: Readonly<Record<string, string | number>>;
  readonly order: string | undefined;
  readonly isWhole: boolean;
  readonly isPart: boolean;
  readonly onSort: (field: string) => void;
  readonly onWiden: (id: string, width: number) => void;
  readonly onToggleAll: () => void;
}

export function TraceTableHead(props: TraceTableHeadProps) {
  const { columns, tracks, order = NEWEST_FIRST, onSort, onWiden } = props;
  const [field, direction] = order.split(' ');
  return (
    <div role="row" className={classes.head} style={tracks} aria-rowindex={1}>
      <div role="columnheader">
        <Checkbox
          size="xs"
          aria-label="Select all rows shown"
          checked={props.isWhole}
          indeterminate={props.isPart}
          onChange={props.onToggleAll}
        />
      </div>
      {columns.map(({ id, label, isFigure, orderBy, width }) => {
        const isSorted = orderBy !== undefined && orderBy === field;
        return (
          <div
            key={id}
            role="columnheader"
            className={isFigure === true ? classes.figure : undefined}
            aria-sort={isSorted ? (direction === 'ASC' ? 'ascending' : 'descending') : undefined}
          >
            {orderBy === undefined ? (
              label
            ) : (
              <UnstyledButton className={classes.sort} onClick={() => onSort(orderBy)}>
                {label}
                {isSorted && direction === 'ASC' && <IconArrowUp size={14} aria-hidden />}
                {isSorted && direction !== 'ASC' && <IconArrowDown size={14} aria-hidden />}
              </UnstyledButton>
            )}
            <span
              className={classes.handle}
              onPointerDown={(event) => drag(event, width, (to) => onWiden(id, to))}
            />
          </div>
        );
      })}
    </div>
  );
}

/** Follows the pointer until it is let go. */
function drag(event: PointerEvent<HTMLSpanElement>, width: number, widen: (to: number) => void): void {
  event.preventDefault();
  const handle = event.currentTarget;
  const from = event.clientX;
  const follow = (moved: globalThis.PointerEvent): void => widen(width + moved.clientX - from);
  handle.setPointerCapture(event.pointerId);
  handle.addEventListener('pointermove', follow);
  handle.addEventListener('pointerup', () => handle.removeEventListener('pointermove', follow), {
    once: true,
  });
}
