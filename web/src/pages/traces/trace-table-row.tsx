import { Checkbox } from '@mantine/core';
import type { Trace } from '../../api/traces.ts';
import type { TraceColumn } from './trace-columns.tsx';
import classes from './trace-table.module.css';
import type { Selection } from './use-selection.ts';

interface TraceTableRowProps {
  readonly trace: Trace;
  readonly columns: readonly TraceColumn[];
  readonly style: Readonly<Record<string, string | number>>;
  readonly index: number;
  readonly isActive: boolean;
  /** Whether it came while the list was looked at. */
  readonly isFresh: boolean;
  readonly selection: Selection;
  readonly onOpen: (trace: Trace) => void;
}

export function TraceTableRow({ trace, columns, selection, onOpen, ...row }: TraceTableRowProps) {
  const isSelected = selection.has(trace);
  return (
    <div
      role="row"
      id={rowId(trace)}
      className={classes.row}
      style={row.style}
      aria-rowindex={row.index + 2}
      aria-selected={isSelected}
      data-active={row.isActive || undefined}
      data-fresh={row.isFresh || undefined}
      onClick={({ target }) => {
        const isControl = target instanceof Element && target.closest('a, input, label') !== null;
        if (!isControl) onOpen(trace);
      }}
    >
      <div role="gridcell">
        <Checkbox
          size="xs"
          tabIndex={-1}
          aria-label={`Select ${trace.name} ${trace.trace_id}`}
          checked={isSelected}
          onChange={() => selection.toggle(trace)}
        />
      </div>
      {columns.map(({ id, isFigure, render }) => (
        <div key={id} role="gridcell" className={isFigure === true ? classes.figure : undefined}>
          {render(trace)}
        </div>
      ))}
    </div>
  );
}

export function rowId({ trace_id: id }: Trace): string {
  return `row-${id}`;
}
