import { Skeleton, Stack } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { ProblemNotice } from './problem-notice.tsx';

interface QueryViewProps<Data> {
  readonly query: UseQueryResult<Data>;
  /** Lines of the placeholder while the first answer is on its way. */
  readonly lines?: number;
  readonly children: (data: Data) => ReactNode;
}

/** The three states of every page: on its way, failed with a way on, there. */
export function QueryView<Data>({ query, lines = 6, children }: QueryViewProps<Data>) {
  if (query.data !== undefined) return <>{children(query.data)}</>;
  if (query.isError) return <ProblemNotice error={query.error} onRetry={() => void query.refetch()} />;
  return (
    <Stack gap="xs" p="md" role="status" aria-busy="true" aria-label="Loading">
      {Array.from({ length: lines }, (_, line) => (
        <Skeleton key={line} height={18} width={`${95 - ((line * 13) % 40)}%`} />
      ))}
    </Stack>
  );
}
