import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useCallback, useMemo } from 'react';
import { traceCountQuery, tracesQuery, type Trace } from '../../api/traces.ts';
import type { Traffic } from '../../app/use-traffic.ts';
import { mergeNewest } from './merge-newest.ts';
import { useLiveTail } from './use-live-tail.ts';

export interface TraceList {
  readonly traces: readonly Trace[];
  /** Those that came after the list was read. */
  readonly fresh: ReadonlySet<string>;
  /** How many there are in all; undefined while that is not known. */
  readonly total: number | undefined;
  readonly isLoading: boolean;
  readonly error: Error | null;
  readonly onMore: (() => void) | undefined;
  retry(): void;
}

/** The pages read so far, and ahead of them what has come since while the list is live. */
export function useTraceList(traffic: Traffic, order: string | undefined, isLive: boolean): TraceList {
  const pages = useInfiniteQuery(tracesQuery(traffic, order));
  const { data: total } = useQuery(traceCountQuery(traffic));
  const tail = useLiveTail(traffic, isLive);
  const listed = useMemo(() => pages.data?.pages.flatMap(({ traces }) => traces) ?? [], [pages.data]);
  const { traces, fresh } = useMemo(() => {
    const known = new Set(listed.map(({ trace_id: id }) => id));
    // In any other order what is new has no place at the top.
    if (order !== undefined || tail.length === 0) return { traces: listed, fresh: new Set<string>() };
    const oldest = listed.at(-1)?.request_time_unix_nano ?? '';
    const shown = tail.filter(
      ({ trace_id: id, request_time_unix_nano: time }) => known.has(id) || time >= oldest,
    );
    const ids = shown.map(({ trace_id: id }) => id).filter((id) => !known.has(id));
    return { traces: mergeNewest(shown, listed), fresh: new Set(ids) };
  }, [listed, tail, order]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage, refetch } = pages;
  const more = useCallback(() => void fetchNextPage(), [fetchNextPage]);
  return {
    traces,
    fresh,
    total,
    isLoading: pages.isPending,
    error: pages.data === undefined ? pages.error : null,
    onMore: hasNextPage && !isFetchingNextPage ? more : undefined,
    retry: () => void refetch(),
  };
}
