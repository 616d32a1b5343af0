import Table from 'cli-table3';
import { stripControls } from './format.ts';
import type { Colors } from './terminal.ts';

const NO_LINES = Object.fromEntries(
  [
    ...['top', 'top-mid', 'top-left', 'top-right', 'bottom', 'bottom-mid', 'bottom-left', 'bottom-right'],
    ...['left', 'left-mid', 'mid', 'mid-mid', 'right', 'right-mid'],
  ].map((place) => [place, '']),
);

export interface Column<Row> {
  readonly title: string;
  readonly isNumber?: boolean;
  readonly show: (row: Row) => string;
  readonly paint?: (text: string, row: Row) => string;
}

/** Rows under titles, aligned; no lines, so that it can be cut and searched by line. */
export function renderTable<Row>(
  columns: readonly Column<Row>[],
  rows: readonly Row[],
  colors: Colors,
): string {
  if (rows.length === 0) return 'None.';
  const table = new Table({
    chars: { ...NO_LINES, middle: '  ' },
    style: { 'padding-left': 0, 'padding-right': 0, head: [], border: [] },
    colAligns: columns.map(({ isNumber }) => (isNumber ? 'right' : 'left')),
    head: columns.map(({ title }) => colors.dim(title.toUpperCase())),
  });
  for (const row of rows) {
    table.push(columns.map(({ show, paint = asIs }) => paint(stripControls(show(row)), row)));
  }
  return table
    .toString()
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n');
}

/** Names and values below each other; what is empty is left out. */
export function renderFields(fields: Readonly<Record<string, string | undefined>>, colors: Colors): string {
  const shown = Object.entries(fields).filter(([, value]) => value !== undefined && value !== '');
  const width = Math.max(...shown.map(([name]) => name.length));
  return shown
    .map(([name, value = '']) => `${colors.dim(name.padEnd(width))}  ${stripControls(value)}`)
    .join('\n');
}

function asIs(text: string): string {
  return text;
}
