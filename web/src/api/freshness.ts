import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';

const ASKED_EVERY_MS = 5000;

/** Up to when what the pages show is complete. */
export const freshnessQuery = queryOptions({
  queryKey: ['freshness'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/freshness', { signal })),
  refetchInterval: ASKED_EVERY_MS,
});
