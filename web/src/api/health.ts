import { queryOptions } from '@tanstack/react-query';
import { api, dataOf } from './client.ts';

const ASKED_EVERY_MS = 10_000;

/** Whether the parts behind the service that answers work. */
export const healthQuery = queryOptions({
  queryKey: ['health'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/health', { signal })),
  refetchInterval: ASKED_EVERY_MS,
});
