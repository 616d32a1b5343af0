import { queryOptions } from '@tanstack/react-query';
import { api, dataOf, type Schemas } from './client.ts';

export type SetAsideJob = Schemas['SetAsideJob'];
export type JobCounts = Schemas['JobCounts'];

const ASKED_EVERY_MS = 5000;

export const jobCountsQuery = queryOptions({
  queryKey: ['jobs', 'counts'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/jobs', { signal })),
  refetchInterval: ASKED_EVERY_MS,
});

export const setAsideJobsQuery = queryOptions({
  queryKey: ['jobs', 'set-aside'],
  queryFn: ({ signal }) => dataOf(api.GET('/api/v1/jobs/set-aside', { signal })),
});
