import { Button, Group, Skeleton, Text, Title } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { ProblemNotice } from '../../components/problem-notice.tsx';
import classes from './overview.module.css';
import type { Overview } from './overview-queries.ts';

interface PanelProps {
  readonly title: string;
  readonly query: UseQueryResult<Overview>;
  /** Said where nothing was to show. */
  readonly empty: string;
  readonly children: (overview: Overview) => ReactNode;
  /** The figures of a chart in words and numbers; a panel with it can show either. */
  readonly table?: (overview: Overview) => ReactNode;
}

/** A chart or table with its heading, and its state while it loads, without data, or failed. */
export function Panel({ title, query, empty, children, table }: PanelProps) {
  const [isTable, setTable] = useState(false);
  return (
    <section className={classes.panel} aria-label={title}>
      <Group justify="space-between" mb="xs" wrap="nowrap">
        <Title order={2} fz="sm">
          {title}
        </Title>
        {table !== undefined && (query.data?.rows.length ?? 0) > 0 && (
          <Button
            variant="subtle"
            color="gray"
            size="compact-xs"
            aria-pressed={isTable}
            aria-label={`${title} as a table`}
            onClick={() => setTable(!isTable)}
          >
            {isTable ? 'Chart' : 'Table'}
          </Button>
        )}
      </Group>
      <div className={classes.body}>
        <PanelBody query={query} empty={empty}>
          {isTable && table !== undefined ? table : children}
        </PanelBody>
      </div>
    </section>
  );
}

function PanelBody({ query, empty, children }: Pick<PanelProps, 'query' | 'empty' | 'children'>) {
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  if (query.data === undefined) return <Skeleton height={220} aria-label="Loading" />;
  if (query.data.rows.length > 0) return children(query.data);
  return (
    <div className={classes.empty}>
      <Text size="sm" maw={340}>
        {empty}
      </Text>
    </div>
  );
}
