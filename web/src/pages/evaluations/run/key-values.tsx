import { Text, Title } from '@mantine/core';
import { DataTable, type Column } from '../../../components/data-table.tsx';
import classes from '../evaluation/evaluation.module.css';

interface Entry {
  readonly key: string;
  readonly value: string;
}

interface KeyValuesProps {
  readonly title: string;
  readonly entries: readonly Entry[];
  /** What is said when there are none. */
  readonly none: string;
  readonly isFigures?: boolean;
}

const NAME_WIDTH = 320;

export function KeyValues({ title, entries, none, isFigures = false }: KeyValuesProps) {
  const columns: readonly Column<Entry>[] = [
    { label: 'Name', width: NAME_WIDTH, render: ({ key }) => key },
    {
      label: 'Value',
      ...(isFigures && { isFigure: true, width: 160 }),
      render: ({ value }) => <span style={{ overflowWrap: 'anywhere' }}>{value}</span>,
    },
  ];
  return (
    <section className={classes.section} aria-label={title}>
      <Title order={2} className={classes.heading}>
        {title}
      </Title>
      {entries.length === 0 ? (
        <Text size="sm" className={classes.body} c="var(--text-soft)">
          {none}
        </Text>
      ) : (
        <DataTable label={title} rows={entries} columns={columns} keyOf={({ key }) => key} minWidth={400} />
      )}
    </section>
  );
}
