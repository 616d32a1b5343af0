import { Anchor, Table, VisuallyHidden } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useMemo, useRef } from 'react';
import type { Trace, TraceOutline } from '../../../api/trace-detail.ts';
import { formatCost, formatCount, formatDuration, nanosToMs } from '../../../components/format.ts';
import { spanKind } from '../tree/span-kinds.ts';
import { alignTrees, sideOf, type AlignedRow, type Side } from './align-trees.ts';
import classes from './compare.module.css';

const ROW_PX = 28;
const OVERSCAN = 20;
const INDENT_PX = 14;

interface CompareViewProps {
  readonly left: TraceOutline;
  readonly right: TraceOutline;
}

export function CompareView({ left, right }: CompareViewProps) {
  return (
    <div className={classes.page}>
      <Summary left={left.trace} right={right.trace} />
      <Trees left={left} right={right} />
    </div>
  );
}

interface Figure {
  readonly label: string;
  readonly of: (trace: Trace) => number | undefined;
  readonly format: (value: number) => string;
}

const FIGURES: readonly Figure[] = [
  { label: 'Duration', of: (trace) => nanosToMs(trace.duration_nano), format: formatDuration },
  { label: 'Tokens', of: ({ tokens }) => tokens?.total, format: formatCount },
  { label: 'Cost', of: ({ cost }) => cost?.total, format: formatCost },
  { label: 'Spans', of: (trace) => trace.span_count, format: formatCount },
  { label: 'Failed spans', of: (trace) => trace.error_count, format: formatCount },
];

function Summary({ left, right }: { readonly left: Trace; readonly right: Trace }) {
  return (
    <Table aria-label="Summary" className={classes.summary}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>
            <VisuallyHidden>Figure</VisuallyHidden>
          </Table.Th>
          {[left, right].map((trace, index) => (
            <Table.Th key={index} ta="right">
              <Anchor
                component={Link}
                to="/experiments/$experimentId/traces/$traceId"
                params={{ experimentId: trace.experiment_id, traceId: trace.trace_id } as never}
                size="sm"
              >
                {trace.name === '' ? 'Trace' : trace.name} {trace.trace_id.slice(0, 8)}
              </Anchor>
            </Table.Th>
          ))}
          <Table.Th ta="right">Difference</Table.Th>
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {FIGURES.map(({ label, of, format }) => (
          <Table.Tr key={label}>
            <Table.Th scope="row" fw={500}>
              {label}
            </Table.Th>
            <Table.Td ta="right" className="tabular">
              {show(of(left), format)}
            </Table.Td>
            <Table.Td ta="right" className="tabular">
              {show(of(right), format)}
            </Table.Td>
            <Table.Td ta="right" className="tabular">
              {difference(of(left), of(right), format)}
            </Table.Td>
          </Table.Tr>
        ))}
      </Table.Tbody>
    </Table>
  );
}

function Trees({ left, right }: CompareViewProps) {
  const sides = useMemo(() => ({ left: sideOf(left), right: sideOf(right) }), [left, right]);
  const rows = useMemo(() => alignTrees(sides.left, sides.right), [sides]);
  const scroll = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => ROW_PX,
    overscan: OVERSCAN,
  });
  return (
    <div ref={scroll} className={classes.scroll} tabIndex={0} role="region" aria-label="Spans of both traces">
      <div className={classes.rows} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          return row && <Row key={index} row={row} sides={sides} top={start} />;
        })}
      </div>
    </div>
  );
}

interface RowProps {
  readonly row: AlignedRow;
  readonly sides: { readonly left: Side; readonly right: Side };
  readonly top: number;
}

function Row({ row: { depth, left, right }, sides, top }: RowProps) {
  const milliseconds = [lengthOf(sides.left, left), lengthOf(sides.right, right)] as const;
  return (
    <div
      className={classes.row}
      data-missing={left === undefined ? 'left' : right === undefined ? 'right' : undefined}
      style={{ transform: `translateY(${top}px)` }}
    >
      <Cell side={sides.left} position={left} depth={depth} />
      <span className={classes.figure}>{show(milliseconds[0], formatDuration)}</span>
      <Cell side={sides.right} position={right} depth={depth} />
      <span className={classes.figure}>{show(milliseconds[1], formatDuration)}</span>
      <span className={classes.figure}>{difference(milliseconds[0], milliseconds[1], formatDuration)}</span>
    </div>
  );
}

interface CellProps {
  readonly side: Side;
  readonly position: number | undefined;
  readonly depth: number;
}

function Cell({ side: { outline, tree }, position, depth }: CellProps) {
  if (position === undefined) return <span className={classes.none}>not there</span>;
  const { icon: Glyph, color } = spanKind(outline.types.values[outline.types.indexes[position] ?? -1] ?? '');
  const name = outline.names.values[outline.names.indexes[position] ?? -1] ?? '';
  return (
    <Link
      className={classes.name}
      style={{ paddingLeft: `min(${depth * INDENT_PX}px, 40%)` }}
      data-failed={tree.isError[position] === 1 || undefined}
      to="/experiments/$experimentId/traces/$traceId"
      params={{ experimentId: outline.trace.experiment_id, traceId: outline.trace.trace_id } as never}
      search={{ span: outline.span_ids[position] } as never}
      title={name}
    >
      <Glyph size={14} color={color} aria-hidden className={classes.glyph} />
      <span className={classes.text}>{name}</span>
    </Link>
  );
}

function lengthOf({ tree }: Side, position: number | undefined): number | undefined {
  if (position === undefined) return undefined;
  return ((tree.ends[position] ?? 0) - (tree.starts[position] ?? 0)) / 1000;
}

function show(value: number | undefined, format: (value: number) => string): string {
  return value === undefined ? '' : format(value);
}

/** What the right has more or less than the left. */
function difference(
  left: number | undefined,
  right: number | undefined,
  format: (value: number) => string,
): string {
  if (left === undefined || right === undefined) return '';
  if (left === right) return '0';
  return `${right > left ? '+' : '−'}${format(Math.abs(right - left))}`;
}
