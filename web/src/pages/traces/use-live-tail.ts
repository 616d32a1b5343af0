import { useQuery, useQueryClient } from '@tanstack/react-query';
import { askTraces, type Trace } from '../../api/traces.ts';
import type { Traffic } from '../../app/use-traffic.ts';
import { mergeNewest } from './merge-newest.ts';

const POLL_MS = 2000;
const LATEST = 200;
/** More than anybody reads back; the list itself has them all. */
const MOST_KEPT = 2000;

/** What came since the list was read, the newest first; asks again and again while it is live. */
export function useLiveTail(
  { experimentId, search, filter, bounds }: Traffic,
  isLive: boolean,
): readonly Trace[] {
  const queries = useQueryClient();
  const queryKey = ['traces', experimentId, search, 'tail'];
  const { data } = useQuery({
    queryKey,
    enabled: isLive,
    refetchInterval: POLL_MS,
    staleTime: 0,
    queryFn: async ({ signal }) => {
      const { traces } = await askTraces({ experimentId, filter, ...bounds() }, { limit: LATEST, signal });
      return mergeNewest(traces, queries.getQueryData<readonly Trace[]>(queryKey) ?? []).slice(0, MOST_KEPT);
    },
  });
  return data ?? [];
}
