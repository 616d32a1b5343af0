import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { evaluationsQuery } from '../../api/evaluations.ts';
import { schedulesQuery } from '../../api/schedules.ts';
import { EmptyState } from '../../components/empty-state.tsx';
import { QueryView } from '../../components/query-view.tsx';
import { VirtualTable } from '../../components/virtual-table.tsx';
import { evaluationColumns } from './evaluation-columns.tsx';
import { useScores } from './use-scores.ts';

interface EvaluationListProps {
  readonly experimentId: string;
  readonly onNew: () => void;
}

/** Evaluations of the server, with progress while they run. */
export function EvaluationList({ experimentId, onNew }: EvaluationListProps) {
  const query = useInfiniteQuery(evaluationsQuery(experimentId));
  const { hasNextPage, isFetchingNextPage, fetchNextPage } = query;
  const pages = query.data?.pages.map(({ evaluations }) => evaluations) ?? [];
  const scores = useScores(pages);
  const { data } = useQuery(schedulesQuery(experimentId));
  const scheduleNames = new Map(data?.schedules.map(({ schedule_id: id, name }) => [id, name]));
  return (
    <QueryView query={query}>
      {() =>
        pages.flat().length === 0 ? (
          <EmptyState title="Nothing has been evaluated yet">
            An evaluation lets scorers judge many traces, or the records of a dataset.
            <br />
            <Button mt="md" size="xs" onClick={onNew}>
              Evaluate traces
            </Button>
          </EmptyState>
        ) : (
          <VirtualTable
            label="Evaluations"
            rows={pages.flat()}
            columns={evaluationColumns({ scores, scheduleNames })}
            keyOf={({ evaluation_id: id }) => id}
            minWidth={1220}
            onMore={hasNextPage && !isFetchingNextPage ? () => void fetchNextPage() : undefined}
          />
        )
      }
    </QueryView>
  );
}
