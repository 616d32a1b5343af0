import { Table } from '@mantine/core';
import type { ReactNode } from 'react';
import classes from './data-table.module.css';

export interface Column<Row> {
  readonly label: string;
  /** Figures stand at the right, under each other. */
  readonly isFigure?: boolean;
  readonly width?: number | string;
  readonly render: (row: Row) => ReactNode;
}

interface DataTableProps<Row> {
  /** What the table lists, for those who don't see it. */
  readonly label: string;
  readonly rows: readonly Row[];
  readonly columns: readonly Column<Row>[];
  readonly keyOf: (row: Row) => string;
  readonly minWidth?: number;
}

/** For lists of a hundred rows or so; longer ones are virtual. */
export function DataTable<Row>({ label, rows, columns, keyOf, minWidth = 560 }: DataTableProps<Row>) {
  return (
    <Table.ScrollContainer minWidth={minWidth}>
      <Table highlightOnHover bg="var(--surface)" aria-label={label} className={classes.table}>
        <Table.Thead>
          <Table.Tr>
            {columns.map(({ label: head, isFigure, width }) => (
              <Table.Th key={head} ta={isFigure === true ? 'right' : 'left'} w={width}>
                {head}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rows.map((row) => (
            <Table.Tr key={keyOf(row)}>
              {columns.map(({ label: head, isFigure, render }) => (
                <Table.Td
                  key={head}
                  ta={isFigure === true ? 'right' : 'left'}
                  className={isFigure === true ? 'tabular' : undefined}
                >
                  {render(row)}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Table.ScrollContainer>
  );
}
